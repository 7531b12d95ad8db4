package io.kvns.cli.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The arguments of this process as bytes. The Java launcher decodes them by the locale, which loses bytes that are no text in it;
 * where {@code /proc} tells, they are read from there whenever that could matter.
 */
public final class RawArguments
{
    private RawArguments() {}

    /** The bytes of the arguments that {@code main} was given. */
    public static byte[][] of(String[] arguments)
    {
        if (!isAscii(arguments)) {
            byte[][] raw = fromProc(arguments.length);
            if (raw != null) {
                return raw;
            }
        }
        byte[][] bytes = new byte[arguments.length][];
        for (int index = 0; index < arguments.length; index++) {
            bytes[index] = arguments[index].getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }

    private static boolean isAscii(String[] arguments)
    {
        for (String argument : arguments) {
            for (int index = 0; index < argument.length(); index++) {
                if (argument.charAt(index) >= 0x80) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The last {@code count} arguments of the process; null where they cannot be read. */
    private static byte[][] fromProc(int count)
    {
        byte[] line;
        try (FileInputStream file = new FileInputStream("/proc/self/cmdline")) {
            line = file.readAllBytes();
        }
        catch (IOException e) {
            return null;
        }
        return lastArguments(line, count);
    }

    /** Splits arguments that each end in a NUL and returns the last {@code count}, null if there are fewer. */
    static byte[][] lastArguments(byte[] line, int count)
    {
        byte[][] result = new byte[count][];
        int end = line.length;
        for (int index = count - 1; index >= 0; index--) {
            if (end == 0 || line[end - 1] != 0) {
                return null;
            }
            int last = end - 1;
            int start = last;
            while (start > 0 && line[start - 1] != 0) {
                start--;
            }
            result[index] = Arrays.copyOfRange(line, start, last);
            end = start;
        }
        return result;
    }
}

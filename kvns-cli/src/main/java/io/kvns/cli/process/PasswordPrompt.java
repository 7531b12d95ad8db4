package io.kvns.cli.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Asks for the password: on a terminal without showing it, else as the first line of standard input. */
public final class PasswordPrompt
{
    private PasswordPrompt() {}

    /** The password; null if none was entered. */
    public static byte[] ask(Streams streams)
    {
        if (streams.inputIsTerminal()) {
            char[] password = System.console().readPassword("Please input password: ");
            return password == null || password.length == 0 ? null : new String(password).getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = streams.input().read(); next >= 0 && next != '\n'; next = streams.input().read()) {
                line.write(next);
            }
        }
        catch (IOException e) {
            return null;
        }
        return line.size() == 0 ? null : line.toByteArray();
    }
}

package io.kvns.cli.text;

/** Writes bytes as quoted text in which every byte that is not printable ASCII is escaped, as Redis's tools do. */
public final class Quoting
{
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private Quoting() {}

    /** Appends {@code "..."} with the escapes {@code \\ \" \n \r \t \a \b} and {@code \xhh}. */
    public static void quote(byte[] text, ByteSink sink)
    {
        sink.put('"');
        for (byte value : text) {
            escaped(value, sink);
        }
        sink.put('"');
    }

    /** Appends one byte as it stands between quotes. */
    public static void escaped(byte value, ByteSink sink)
    {
        switch (value) {
            case '\\', '"' -> sink.put('\\').put(value);
            case '\n' -> sink.put('\\').put('n');
            case '\r' -> sink.put('\\').put('r');
            case '\t' -> sink.put('\\').put('t');
            case 7 -> sink.put('\\').put('a');
            case '\b' -> sink.put('\\').put('b');
            default -> {
                if (value >= 0x20 && value < 0x7f) {
                    sink.put(value);
                }
                else {
                    hex(value, sink);
                }
            }
        }
    }

    /** Appends {@code \xhh}. */
    public static void hex(byte value, ByteSink sink)
    {
        sink.put('\\').put('x').put(hexDigit(value >> 4)).put(hexDigit(value));
    }

    /** The lower-case hexadecimal digit for the lowest four bits. */
    public static byte hexDigit(int value)
    {
        return HEX[value & 0xf];
    }
}

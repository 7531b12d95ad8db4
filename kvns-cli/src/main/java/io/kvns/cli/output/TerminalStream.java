package io.kvns.cli.output;

import io.kvns.cli.text.ByteSink;
import io.kvns.cli.text.Quoting;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Passes text on to a terminal with everything escaped as {@code \xhh} that a terminal could obey: control characters other
 * than line ends and tabs, the C1 controls of Unicode, and bytes that are not UTF-8. What a server stores must not be able to
 * retitle windows, move the cursor or paste.
 */
public final class TerminalStream
        extends OutputStream
{
    private static final int MAX_COLOUR_BYTES = 32;

    private final OutputStream terminal;
    private final ByteSink safe = new ByteSink();
    private final byte[] pending = new byte[MAX_COLOUR_BYTES];
    private int pendingBytes;
    private int expectedBytes;
    private boolean colours;

    /** A stream in front of {@code terminal}. */
    public TerminalStream(OutputStream terminal)
    {
        this.terminal = terminal;
    }

    /** Says whether colours ({@code ESC [ digits m}) are passed on, too. */
    public void passColours(boolean pass)
    {
        colours = pass;
    }

    @Override
    public void write(int value)
            throws IOException
    {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count)
            throws IOException
    {
        for (int index = offset; index < offset + count; index++) {
            next(bytes[index]);
        }
        passOn();
    }

    @Override
    public void flush()
            throws IOException
    {
        escapePending();
        passOn();
        terminal.flush();
    }

    private void passOn()
            throws IOException
    {
        if (safe.length() > 0) {
            terminal.write(safe.toByteArray());
            safe.clear();
        }
    }

    private void next(byte value)
    {
        if (pendingBytes > 0 && pendingContinues(value)) {
            return;
        }
        if ((value >= 0x20 && value < 0x7f) || value == '\n' || value == '\t') {
            safe.put(value);
        }
        else if (value == '\r' || (value == 0x1b && colours)) {
            pend(value, 0);
        }
        else if ((value & 0xe0) == 0xc0 && (value & 0xff) >= 0xc2) {
            pend(value, 2);
        }
        else if ((value & 0xf0) == 0xe0) {
            pend(value, 3);
        }
        else if ((value & 0xf8) == 0xf0 && (value & 0xff) <= 0xf4) {
            pend(value, 4);
        }
        else {
            Quoting.hex(value, safe);
        }
    }

    private void pend(byte value, int bytes)
    {
        pending[0] = value;
        pendingBytes = 1;
        expectedBytes = bytes;
    }

    /** Adds a byte to what is pending; when it does not fit there, escapes what is pending and returns false. */
    private boolean pendingContinues(byte value)
    {
        boolean fits = switch (pending[0]) {
            case '\r' -> value == '\n';
            case 0x1b -> fitsColour(value);
            default -> fitsCharacter(value);
        };
        if (!fits) {
            escapePending();
            return false;
        }
        pending[pendingBytes++] = value;
        boolean complete = switch (pending[0]) {
            case '\r' -> true;
            case 0x1b -> value == 'm';
            default -> pendingBytes == expectedBytes;
        };
        if (complete) {
            safe.put(pending, 0, pendingBytes);
            pendingBytes = 0;
        }
        return true;
    }

    private boolean fitsColour(byte value)
    {
        if (pendingBytes == 1) {
            return value == '[';
        }
        boolean digit = value >= '0' && value <= '9';
        return value == 'm' || ((digit || value == ';') && pendingBytes < MAX_COLOUR_BYTES - 1);
    }

    private boolean fitsCharacter(byte value)
    {
        if ((value & 0xc0) != 0x80) {
            return false;
        }
        if (pendingBytes > 1) {
            return true;
        }
        // Refuses C1 controls, overlong forms, surrogates, and code points beyond the last.
        int second = value & 0xff;
        return switch (pending[0] & 0xff) {
            case 0xc2 -> second >= 0xa0;
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second < 0xa0;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second < 0x90;
            default -> true;
        };
    }

    private void escapePending()
    {
        int count = pendingBytes;
        pendingBytes = 0;
        for (int index = 0; index < count; index++) {
            if (pending[index] >= 0x20 && pending[index] < 0x7f) {
                safe.put(pending[index]);
            }
            else {
                Quoting.hex(pending[index], safe);
            }
        }
    }
}

package io.kvns.cli.repl;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a terminal, who types a line each time the line editor is ready for one, and leaves after the last. */
final class TypedKeys
{
    /** With this, terminals like xterm are told that keys are wanted from now on. */
    private static final String READY = "\u001b=";

    private final List<byte[]> lines = new ArrayList<>();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private byte[] line = {};
    private int position;
    private int typedLines;
    private boolean left;

    /** Types these keys; a line ends with a line feed or Ctrl-C. */
    TypedKeys(String keys)
    {
        int start = 0;
        for (int index = 0; index < keys.length(); index++) {
            if (keys.charAt(index) == '\n' || keys.charAt(index) == '\u0003' || index == keys.length() - 1) {
                lines.add(keys.substring(start, index + 1).getBytes(StandardCharsets.UTF_8));
                start = index + 1;
            }
        }
    }

    InputStream keyboard()
    {
        return new InputStream()
        {
            @Override
            public int read()
            {
                return nextKey();
            }

            @Override
            public int read(byte[] target, int offset, int length)
            {
                int key = nextKey();
                if (key < 0) {
                    return -1;
                }
                target[offset] = (byte) key;
                return 1;
            }
        };
    }

    OutputStream screen()
    {
        return new OutputStream()
        {
            @Override
            public void write(int value)
            {
                show(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length)
            {
                show(bytes, offset, length);
            }
        };
    }

    /** Everything the screen has been sent. */
    synchronized String seen()
    {
        return screen.toString(StandardCharsets.UTF_8);
    }

    synchronized void leave()
    {
        left = true;
        notifyAll();
    }

    private synchronized int nextKey()
    {
        try {
            while (position == line.length) {
                while (!left && readyCount() <= typedLines) {
                    wait();
                }
                if (left || typedLines == lines.size()) {
                    return -1;
                }
                line = lines.get(typedLines++);
                position = 0;
            }
        }
        catch (InterruptedException e) {
            return -1;
        }
        return line[position++] & 0xff;
    }

    private int readyCount()
    {
        return screen.toString(StandardCharsets.ISO_8859_1).split(READY, -1).length - 1;
    }

    private synchronized void show(byte[] bytes, int offset, int length)
    {
        screen.write(bytes, offset, length);
        notifyAll();
    }
}

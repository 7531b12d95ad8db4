package io.kvns.server.network;

import io.kvns.server.memory.CheckedMemory;
import io.kvns.server.memory.Memory;
import io.kvns.server.protocol.Request;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Splits a request that is a plain line into arguments, at blanks, with quotes and escapes.
 *
 * <p>In double quotes, {@code \xHH} is a byte, {@code \n \r \t \b \a} are control characters, and a backslash before anything else
 * means that character. In single quotes only {@code \'} is special. A closing quote ends the argument. An argument is never longer
 * than what stands for it, so the arguments go, each to the place where it stood, into a copy of the line.
 */
final class InlineRequest
{
    private static final int NO_HEX = -1;
    private static final int FIRST_BYTES = 1024;

    private final ByteBufAllocator allocator;
    private @Nullable ByteBuf copy;
    private long position;
    private long target;
    private long end;

    InlineRequest(ByteBufAllocator allocator)
    {
        this.allocator = allocator;
    }

    /**
     * Splits a line.
     *
     * @param start the address of the line
     * @param bytes its length without the line end
     * @param request gets the arguments, which stay valid until the next call
     * @return whether all quotes are closed, each before a blank
     */
    boolean split(long start, long bytes, Request request)
    {
        long targetStart = roomFor(bytes);
        request.start(targetStart);
        position = start;
        end = start + bytes;
        while (true) {
            while (position < end && isBlank(Memory.getByte(position))) {
                position++;
            }
            if (position == end) {
                return true;
            }
            long argument = targetStart + (position - start);
            target = argument;
            if (!readArgument()) {
                return false;
            }
            request.add((int) (argument - targetStart), (int) (target - argument));
        }
    }

    private long roomFor(long bytes)
    {
        ByteBuf room = copy;
        if (room == null || room.capacity() < bytes) {
            close();
            int capacity = (int) Math.max(FIRST_BYTES, bytes);
            room = allocator.directBuffer(capacity, capacity);
            CheckedMemory.lend(room.memoryAddress(), capacity);
            copy = room;
        }
        return room.memoryAddress();
    }

    /** Gives the copy's memory back. */
    void close()
    {
        ByteBuf old = copy;
        if (old != null) {
            copy = null;
            CheckedMemory.takeBack(old.memoryAddress());
            old.release();
        }
    }

    /** Whether a request that is a plain line is the beginning of HTTP: a method that no client of ours sends, or a header. */
    static boolean isOfAnotherProtocol(Request request)
    {
        return isWord(request, 0, "POST") || isWord(request, 0, "HOST:")
                || (isWord(request, 0, "PRI") && request.count() == 3 && isWord(request, 2, "HTTP/2.0"));
    }

    private static boolean isWord(Request request, int index, String word)
    {
        if (request.length(index) != word.length()) {
            return false;
        }
        for (int place = 0; place < word.length(); place++) {
            int letter = Memory.getByte(request.address(index) + place);
            if (letter != word.charAt(place) && (letter < 'a' || letter > 'z' || letter - 'a' + 'A' != word.charAt(place))) {
                return false;
            }
        }
        return true;
    }

    private boolean readArgument()
    {
        while (position < end) {
            byte next = Memory.getByte(position);
            position++;
            switch (next) {
                case ' ', '\n', '\r', '\t', 0 -> {
                    return true;
                }
                case '"' -> {
                    return readDoubleQuoted();
                }
                case '\'' -> {
                    return readSingleQuoted();
                }
                default -> put(next);
            }
        }
        return true;
    }

    private boolean readDoubleQuoted()
    {
        while (position < end) {
            byte next = Memory.getByte(position);
            position++;
            if (next == '"') {
                return position == end || isBlank(Memory.getByte(position));
            }
            if (next == '\\' && position < end) {
                readEscape();
            }
            else {
                put(next);
            }
        }
        return false;
    }

    private void readEscape()
    {
        byte next = Memory.getByte(position);
        if (next == 'x' && end - position > 2) {
            int high = hex(Memory.getByte(position + 1));
            int low = hex(Memory.getByte(position + 2));
            if (high != NO_HEX && low != NO_HEX) {
                put((byte) (high << 4 | low));
                position += 3;
                return;
            }
        }
        position++;
        put(switch (next) {
            case 'n' -> (byte) '\n';
            case 'r' -> (byte) '\r';
            case 't' -> (byte) '\t';
            case 'b' -> (byte) '\b';
            case 'a' -> (byte) 7;
            default -> next;
        });
    }

    private boolean readSingleQuoted()
    {
        while (position < end) {
            byte next = Memory.getByte(position);
            position++;
            if (next == '\'') {
                return position == end || isBlank(Memory.getByte(position));
            }
            if (next == '\\' && position < end && Memory.getByte(position) == '\'') {
                position++;
                put((byte) '\'');
            }
            else {
                put(next);
            }
        }
        return false;
    }

    private void put(byte value)
    {
        Memory.putByte(target, value);
        target++;
    }

    private static boolean isBlank(byte letter)
    {
        return letter == ' ' || (letter >= '\t' && letter <= '\r');
    }

    private static int hex(byte letter)
    {
        return letter < 0 ? NO_HEX : Character.digit(letter, 16);
    }
}

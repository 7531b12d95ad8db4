package io.kvns.server.dispatch;

import io.kvns.api.Bytes;
import io.kvns.api.Effects;
import io.kvns.server.memory.Memory;
import io.kvns.server.memory.MemoryBytes;
import io.kvns.server.memory.ShardAllocator;
import io.kvns.server.protocol.Numbers;
import io.kvns.server.protocol.Request;
import java.nio.charset.StandardCharsets;

/**
 * Collects the effects of one command as requests in memory.
 *
 * <p>A command's arguments are written behind a header that gets its count when the next begins, or at the end.
 */
final class EffectRecorder
        implements Effects
{
    // Room for the count of arguments, which is not known yet: '*', one digit, CR and LF. More than nine arguments move for their digits.
    private static final int HEADER_BYTES = 4;
    private static final int USUAL_BYTES = 4096;
    private static final short CRLF = 0x0A0D;

    private final EffectJournal journal;
    private final ShardAllocator allocator;
    private long block;
    private long capacity;
    private long written;
    private long headerAt = -1;
    private int arguments;
    private int commands;
    private boolean replaced;
    private int database;

    EffectRecorder(EffectJournal journal, ShardAllocator allocator)
    {
        this.journal = journal;
        this.allocator = allocator;
        this.block = allocator.allocate(USUAL_BYTES);
        this.capacity = USUAL_BYTES;
    }

    /** Starts a command. */
    void begin(int currentDatabase)
    {
        this.database = currentDatabase;
        this.replaced = false;
        if (written != 0) {
            reset();
        }
    }

    private void reset()
    {
        written = 0;
        headerAt = -1;
        commands = 0;
        if (capacity > 64 * USUAL_BYTES) {
            block = allocator.resize(block, USUAL_BYTES);
            capacity = USUAL_BYTES;
        }
    }

    /** Takes the effects of a command that changed something to the journal: those that it stated, else the command itself. */
    void commit(Request request)
    {
        if (!journal.isWanted()) {
            return;
        }
        if (!replaced) {
            open();
            for (int index = 0; index < request.count(); index++) {
                add(request.address(index), request.length(index));
            }
        }
        commit();
    }

    /** Takes the effects that were stated to the journal. */
    void commit()
    {
        finish();
        if (commands > 0) {
            journal.append(database, block, written, commands);
        }
        reset();
    }

    /** Drops what the command stated: it ended with an error, having changed nothing. */
    void rollBack()
    {
        if (written != 0) {
            reset();
        }
    }

    @Override
    public boolean wanted()
    {
        return journal.isWanted();
    }

    @Override
    public Effects none()
    {
        replaced = true;
        return this;
    }

    @Override
    public Effects command(String name)
    {
        replaced = true;
        if (journal.isWanted()) {
            open();
            argument(name);
        }
        return this;
    }

    @Override
    public Effects argument(Bytes value)
    {
        if (journal.isWanted()) {
            long length = value.length();
            reserve(length + 32);
            header('$', length);
            MemoryBytes.copy(value, 0, block + written, length);
            endOfArgument(length);
        }
        return this;
    }

    @Override
    public Effects argument(String text)
    {
        if (journal.isWanted()) {
            add(text.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    @Override
    public Effects argument(long value)
    {
        return argument(Long.toString(value));
    }

    private void add(byte[] bytes)
    {
        reserve(bytes.length + 32L);
        header('$', bytes.length);
        Memory.copyFrom(bytes, 0, block + written, bytes.length);
        endOfArgument(bytes.length);
    }

    private void add(long address, long length)
    {
        reserve(length + 32);
        header('$', length);
        Memory.copy(address, block + written, length);
        endOfArgument(length);
    }

    private void endOfArgument(long length)
    {
        Memory.putShort(block + written + length, CRLF);
        written += length + 2;
        arguments++;
    }

    private void header(char kind, long value)
    {
        Memory.putByte(block + written, (byte) kind);
        int digits = Numbers.writeLong(block + written + 1, value);
        Memory.putShort(block + written + 1 + digits, CRLF);
        written += 3 + digits;
    }

    private void open()
    {
        finish();
        reserve(HEADER_BYTES);
        headerAt = written;
        written += HEADER_BYTES;
        arguments = 0;
        commands++;
    }

    private void finish()
    {
        if (headerAt < 0) {
            return;
        }
        int further = Numbers.longDigits(arguments) - 1;
        if (further > 0) {
            reserve(further);
            long body = block + headerAt + HEADER_BYTES;
            Memory.copy(body, body + further, written - headerAt - HEADER_BYTES);
            written += further;
        }
        long place = block + headerAt;
        Memory.putByte(place, (byte) '*');
        Numbers.writeLong(place + 1, arguments);
        Memory.putShort(place + 2 + further, CRLF);
        headerAt = -1;
    }

    private void reserve(long bytes)
    {
        if (capacity - written < bytes) {
            long wanted = Math.max(capacity * 2, written + bytes);
            block = allocator.resize(block, wanted);
            capacity = wanted;
        }
    }
}

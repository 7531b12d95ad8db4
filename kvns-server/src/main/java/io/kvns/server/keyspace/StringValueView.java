package io.kvns.server.keyspace;

import io.kvns.api.Bytes;
import io.kvns.api.MutableBytes;
import io.kvns.api.StandardError;
import io.kvns.api.StringEditor;
import io.kvns.api.StringView;
import io.kvns.server.memory.Memory;
import io.kvns.server.memory.MemoryBytes;
import io.kvns.server.protocol.Numbers;
import io.kvns.server.store.KeyEntry;
import io.kvns.server.store.Kind;
import io.kvns.server.store.RecordAccess;
import io.kvns.server.store.StringValues;

/**
 * A string value to be read or changed. The bytes of the view are those of the value; a number's digits stand in memory of the
 * view's own.
 */
final class StringValueView
        extends MemoryBytes
        implements StringEditor
{
    static final int DIGITS_BYTES = Numbers.MAX_LONG_DIGITS + 4;

    private final KeyspaceState state;
    private final KeyEntry entry = new KeyEntry();
    private final long digits;
    private StoreKeyspace keyspace;
    private Bytes key = Bytes.EMPTY;

    /** A view that has memory for the digits of a number, {@link #DIGITS_BYTES} long, for as long as it is used. */
    @SuppressWarnings("NullAway.Init") // the keyspace is set whenever the view is handed out
    StringValueView(KeyspaceState state, long digits)
    {
        this.state = state;
        this.digits = digits;
    }

    void keyspace(StoreKeyspace current)
    {
        this.keyspace = current;
    }

    /** Moves to a key to read it. */
    @Override
    public StringView moveTo(Bytes newKey)
    {
        locate(newKey);
        state.countRead(entry, newKey);
        requireString();
        show();
        return this;
    }

    @Override
    public StringView moveToIfString(Bytes newKey)
    {
        locate(newKey);
        if (entry.isThere() && !Kind.isString(RecordAccess.kind(entry.record()))) {
            state.countRead(entry, newKey);
            entry.forget();
        }
        else {
            state.countRead(entry, newKey);
        }
        show();
        return this;
    }

    /** Moves to a key to change it. */
    StringEditor edit(Bytes newKey)
    {
        locate(newKey);
        state.countAccess(entry);
        requireString();
        show();
        return this;
    }

    private void locate(Bytes newKey)
    {
        this.key = newKey;
        state.locate(entry, keyspace.database(), newKey);
    }

    private void requireString()
    {
        if (entry.isThere() && !Kind.isString(RecordAccess.kind(entry.record()))) {
            entry.forget();
            set(0, 0);
            throw StandardError.WRONG_TYPE.exception();
        }
    }

    /** Lets the view show what the entry has. */
    private void show()
    {
        if (!entry.isThere()) {
            set(0, 0);
            return;
        }
        long record = entry.record();
        if (RecordAccess.kind(record) == Kind.STRING_INT) {
            set(digits, Numbers.writeLong(digits, StringValues.integer(record)));
        }
        else {
            set(StringValues.address(record), StringValues.length(record));
        }
    }

    @Override
    public boolean exists()
    {
        return entry.isThere();
    }

    @Override
    public long expiresAtMillis()
    {
        return entry.isThere() ? RecordAccess.expiresAtMillis(entry.record()) : 0;
    }

    @Override
    public long integer()
    {
        if (!entry.isThere()) {
            return 0;
        }
        long record = entry.record();
        if (RecordAccess.kind(record) == Kind.STRING_INT) {
            return StringValues.integer(record);
        }
        if (!Numbers.isLong(address, length)) {
            throw StandardError.NOT_AN_INTEGER.exception();
        }
        return Numbers.parseLong(address, length);
    }

    @Override
    public void setInteger(long value)
    {
        if (entry.isThere() && RecordAccess.kind(entry.record()) == Kind.STRING_INT) {
            StringValues.integer(entry.record(), value);
            changed(false);
            return;
        }
        boolean isNew = !entry.isThere();
        StringValues.setInteger(entry, value, expiresAtMillis(), state.accessOfWritten(entry));
        changed(isNew);
    }

    @Override
    public void set(Bytes value)
    {
        boolean isNew = !entry.isThere();
        long source = keyspace.addressOf(value);
        StringValues.set(entry, source, value.length(), expiresAtMillis(), state.accessOfWritten(entry));
        changed(isNew);
    }

    @Override
    public void append(Bytes suffix)
    {
        if (!entry.isThere()) {
            state.limits().checkStringBytes(suffix.length());
            set(suffix);
            return;
        }
        long before = length;
        state.limits().checkStringBytes(before + suffix.length());
        long source = keyspace.addressOf(suffix);
        long target = StringValues.grow(entry, before + suffix.length(), state.accessOfWritten(entry));
        Memory.copy(source, target + before, suffix.length());
        changed(false);
    }

    @Override
    public MutableBytes mutableBytes(long wanted)
    {
        long before = length;
        long after = Math.max(before, wanted);
        state.limits().checkStringBytes(wanted < 0 ? wanted : after);
        boolean isNew = !entry.isThere();
        long target = StringValues.grow(entry, after, state.accessOfWritten(entry));
        if (after > before) {
            Memory.fill(target + before, after - before, (byte) 0);
        }
        changed(isNew);
        return this;
    }

    private void changed(boolean isNew)
    {
        state.changed(entry);
        if (isNew) {
            state.made(entry, key);
        }
        show();
    }
}

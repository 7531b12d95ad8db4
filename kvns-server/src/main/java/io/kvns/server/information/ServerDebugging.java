package io.kvns.server.information;

import io.kvns.api.Bytes;
import io.kvns.api.Client;
import io.kvns.api.CustomType;
import io.kvns.api.admin.Debugging;
import io.kvns.server.config.ServerSettings;
import io.kvns.server.keyspace.ExpiryControl;
import io.kvns.server.memory.MemoryBytes;
import io.kvns.server.store.KeyEntry;
import io.kvns.server.store.Kind;
import io.kvns.server.store.RecordAccess;
import io.kvns.server.store.Store;
import io.kvns.server.store.StoreChecker;
import io.kvns.server.store.StringValues;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code DEBUG} does to the server's inside. */
final class ServerDebugging
        implements Debugging
{
    private static final Logger LOG = LoggerFactory.getLogger(ServerDebugging.class);
    private static final long DEFAULT_PACKED_THRESHOLD = 1L << 30;
    private static final int SHORT_LENGTH = 64;
    private static final int MEDIUM_LENGTH = 16_384;

    private final ServerSettings settings;
    private final Store store;
    private final ExpiryControl expiry;
    private volatile long packedThreshold = DEFAULT_PACKED_THRESHOLD;

    ServerDebugging(ServerSettings settings, Store store, ExpiryControl expiry)
    {
        this.settings = settings;
        this.store = store;
        this.expiry = expiry;
    }

    @Override
    public boolean isAllowed(Client client)
    {
        return settings.security.debugCommand.value().allows(client.isOnThisMachine());
    }

    @Override
    public void sleep(long nanos)
    {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
        catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void activeExpiry(boolean active)
    {
        expiry.active(active);
    }

    @Override
    public void packedThreshold(long bytes)
    {
        packedThreshold = bytes == 0 ? DEFAULT_PACKED_THRESHOLD : bytes;
        LOG.debug("Elements of lists from {} bytes on have nodes of their own", packedThreshold);
    }

    @Override
    public void log(Bytes message)
    {
        LOG.warn("DEBUG LOG: {}", message.toText());
    }

    @Override
    public long valueAddress(int database, Bytes key)
    {
        return key instanceof MemoryBytes inMemory ? find(database, inMemory).record() : 0;
    }

    @Override
    public long serializedBytes(int database, Bytes key)
    {
        KeyEntry entry = key instanceof MemoryBytes inMemory ? find(database, inMemory) : new KeyEntry();
        if (!entry.isThere()) {
            return 0;
        }
        long record = entry.record();
        int kind = RecordAccess.kind(record);
        if (kind == Kind.STRING_INT) {
            return integerBytes(StringValues.integer(record));
        }
        if (Kind.isString(kind)) {
            long length = StringValues.length(record);
            return lengthBytes(length) + length;
        }
        SizeSink sink = new SizeSink();
        entry.serializeCustom(sink);
        return sink.bytes;
    }

    private KeyEntry find(int database, MemoryBytes key)
    {
        KeyEntry entry = new KeyEntry();
        int bytes = Math.toIntExact(key.length());
        long hash = store.hash(key.address(), bytes);
        entry.moveTo(store.shard(store.shardOf(hash, key.address(), bytes)), database, hash, key.address(), bytes);
        entry.find();
        return entry;
    }

    /** The bytes of an integer in a snapshot: a kind and one, two or four bytes, or its digits as a string. */
    private static long integerBytes(long value)
    {
        if (value == (byte) value) {
            return 2;
        }
        if (value == (short) value) {
            return 3;
        }
        return value == (int) value ? 5 : 1 + Long.toString(value).length();
    }

    /** The bytes of a length in a snapshot. */
    private static long lengthBytes(long length)
    {
        if (length < SHORT_LENGTH) {
            return 1;
        }
        if (length < MEDIUM_LENGTH) {
            return 2;
        }
        return length <= 0xffff_ffffL ? 5 : 9;
    }

    @Override
    public List<String> checkStore()
    {
        return new StoreChecker(store).problems();
    }

    /** Counts the bytes of a serialised value. */
    private static final class SizeSink
            implements CustomType.Sink
    {
        private long bytes;

        @Override
        public void integer(long value)
        {
            bytes += Long.BYTES;
        }

        @Override
        public void real(double value)
        {
            bytes += Double.BYTES;
        }

        @Override
        public void bytes(Bytes value)
        {
            bytes += lengthBytes(value.length()) + value.length();
        }
    }
}

package io.kvns.server.dispatch;

import io.kvns.server.keyspace.ExpiredKeys;
import io.kvns.server.memory.MemoryBytes;
import io.kvns.server.memory.ShardAllocator;

/** The effect of a key's expiry: its deletion, which goes to the journal at once, before what the command that found the key does. */
public final class ExpiryEffects
        implements ExpiredKeys
{
    private final EffectRecorder recorder;
    private final MemoryBytes key = new MemoryBytes();

    /** Effects that go to a journal; the allocator is one that only the calling thread uses. */
    public ExpiryEffects(EffectJournal journal, ShardAllocator ownMemory)
    {
        this.recorder = new EffectRecorder(journal, ownMemory);
    }

    @Override
    public void expired(int database, long keyAddress, int keyBytes)
    {
        if (recorder.wanted()) {
            recorder.begin(database);
            key.set(keyAddress, keyBytes);
            recorder.command("DEL").argument(key);
            recorder.commit();
        }
    }
}

package io.kvns.server.dispatch;

import io.kvns.server.store.Shard;
import io.kvns.server.store.Store;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All clients that wait, by their number, and the queues of the keys that they wait for. */
public final class ParkedClients
{
    /** Ends a client's waiting. */
    private record Parked(ParkedCommand command, CommandExecutor executor)
    {
    }

    private final WaitingClients[] queues;
    private final Map<Long, Parked> byClient = new ConcurrentHashMap<>();

    /** Nobody waits. */
    public ParkedClients(Store store)
    {
        this.queues = new WaitingClients[store.shardCount()];
        for (int index = 0; index < queues.length; index++) {
            queues[index] = new WaitingClients(this::wake);
        }
    }

    /** How many clients wait. */
    public int count()
    {
        return byClient.size();
    }

    /** How many clients wait for a bounded time. */
    public int countWithTimeout()
    {
        int count = 0;
        for (Parked parked : byClient.values()) {
            if (parked.command().timer != null) {
                count++;
            }
        }
        return count;
    }

    /** How many different keys are waited for. */
    public int awaitedKeyCount()
    {
        Set<WaitingClients.Key> keys = new HashSet<>();
        for (Parked parked : byClient.values()) {
            for (ParkedCommand.AwaitedKey awaited : parked.command().keys) {
                keys.add(awaited.key());
            }
        }
        return keys.size();
    }

    /**
     * Ends the waiting of a client as if its time were up, or with an error.
     *
     * @return whether the client was waiting
     */
    public boolean unblock(long clientId, boolean withError)
    {
        Parked parked = byClient.get(clientId);
        if (parked == null) {
            return false;
        }
        parked.command().session.onOwnThread(() -> parked.executor().unblock(parked.command(), withError));
        return true;
    }

    /** Enters a command whose keys' shards are locked by the caller. */
    void enter(ParkedCommand parked, CommandExecutor executor)
    {
        byClient.put(parked.session.id(), new Parked(parked, executor));
        for (ParkedCommand.AwaitedKey awaited : parked.keys) {
            queue(awaited.shard()).add(awaited.shard(), awaited.key(), parked);
        }
    }

    /** Takes a command out of all queues; the caller holds no lock that comes after those of the keys' shards. */
    void leave(ParkedCommand parked)
    {
        for (ParkedCommand.AwaitedKey awaited : parked.keys) {
            awaited.shard().lock().lock();
            try {
                queue(awaited.shard()).remove(awaited.shard(), awaited.key(), parked);
            }
            finally {
                awaited.shard().lock().unlock();
            }
        }
        // Last: whoever still found the command in a queue wakes it, and so the next one, by this.
        byClient.remove(parked.session.id());
    }

    @Nullable ParkedCommand of(long clientId)
    {
        Parked parked = byClient.get(clientId);
        return parked == null ? null : parked.command();
    }

    private void wake(ParkedCommand parked, WaitingClients.Key key)
    {
        Parked known = byClient.get(parked.session.id());
        if (known != null) {
            parked.session.onOwnThread(() -> known.executor().retry(parked, key));
        }
    }

    /** Wakes the client that waits for a key next after another one; the key's shard is locked by the caller. */
    void wakeNext(Shard shard, WaitingClients.Key key, ParkedCommand after)
    {
        ParkedCommand next = queue(shard).next(key, after);
        if (next != null) {
            wake(next, key);
        }
    }

    private WaitingClients queue(Shard shard)
    {
        return queues[shard.index()];
    }
}

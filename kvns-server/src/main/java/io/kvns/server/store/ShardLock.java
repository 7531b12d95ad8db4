package io.kvns.server.store;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * The lock of a shard: exclusive, not fair; a thread that finds it taken spins a little, then parks.
 *
 * <p>It may be taken again by its holder, so that a command over the whole keyspace can visit shards one by one whether or not they are
 * locked already. It allocates nothing unless threads contend.
 */
public final class ShardLock
        extends AbstractQueuedSynchronizer
{
    private static final long serialVersionUID = 1;

    // A command holds a shard for well under a microsecond: worth waiting for awake, on a machine with more than one core.
    private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 128 : 0;

    private transient int depth;
    private transient long waits;

    /** Takes the lock. */
    public void lock()
    {
        if (compareAndSetState(0, 1)) {
            setExclusiveOwnerThread(Thread.currentThread());
            return;
        }
        lockContended();
    }

    @SuppressWarnings("ReferenceEquality") // a thread is itself only
    private void lockContended()
    {
        if (getExclusiveOwnerThread() == Thread.currentThread()) {
            depth++;
            return;
        }
        for (int spin = 0; spin < SPINS; spin++) {
            Thread.onSpinWait();
            if (getState() == 0 && compareAndSetState(0, 1)) {
                setExclusiveOwnerThread(Thread.currentThread());
                waits++;
                return;
            }
        }
        acquire(1);
        waits++;
    }

    /** Gives the lock back. */
    public void unlock()
    {
        if (depth > 0) {
            depth--;
            return;
        }
        release(1);
    }

    /** Whether the calling thread holds the lock. */
    @SuppressWarnings("ReferenceEquality") // a thread is itself only
    public boolean isHeld()
    {
        return getExclusiveOwnerThread() == Thread.currentThread();
    }

    /** How often somebody had to wait. */
    public long waits()
    {
        return waits;
    }

    @Override
    protected boolean tryAcquire(int ignored)
    {
        if (compareAndSetState(0, 1)) {
            setExclusiveOwnerThread(Thread.currentThread());
            return true;
        }
        return false;
    }

    @Override
    protected boolean tryRelease(int ignored)
    {
        setExclusiveOwnerThread(null);
        setState(0);
        return true;
    }

    @Override
    protected boolean isHeldExclusively()
    {
        return isHeld();
    }
}

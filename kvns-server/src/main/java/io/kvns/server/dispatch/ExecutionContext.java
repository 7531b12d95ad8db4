package io.kvns.server.dispatch;

import io.kvns.api.Bytes;
import io.kvns.api.Client;
import io.kvns.api.CommandContext;
import io.kvns.api.Effects;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.server.clients.Session;
import io.kvns.server.keyspace.KeyspaceEvents;
import io.kvns.server.keyspace.KeyspaceState;
import io.kvns.server.keyspace.StoreKeyspace;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the commands of one thread may use, one after the other. */
final class ExecutionContext
        implements CommandContext
{
    private final KeyspaceState state;
    private final StoreKeyspace[] keyspaces;
    private final KeyspaceEvents events;
    private final EffectRecorder effects;
    private final RandomGenerator random;
    private final LongSupplier micros;
    private Session session;
    private boolean mayBlock;
    private @Nullable BlockingKeys blockingKeys;
    private long timeoutMillis;
    private @Nullable TimeoutReply onTimeout;

    @SuppressWarnings("NullAway.Init") // the session is set by begin, before any command
    ExecutionContext(KeyspaceState state, int databases, KeyspaceEvents events, EffectRecorder effects, RandomGenerator random,
            LongSupplier micros)
    {
        this.state = state;
        this.keyspaces = new StoreKeyspace[databases];
        for (int database = 0; database < databases; database++) {
            keyspaces[database] = new StoreKeyspace(state, database);
        }
        this.events = events;
        this.effects = effects;
        this.random = random;
        this.micros = micros;
    }

    /** Starts a command. */
    void begin(Session client, long nowMillis, boolean commandMayBlock)
    {
        this.session = client;
        this.mayBlock = commandMayBlock;
        this.blockingKeys = null;
        state.begin(nowMillis, client.isNoTouch());
        effects.begin(client.database());
    }

    /** How many changes the command made. */
    long changes()
    {
        return state.changes();
    }

    /** Whether the command asked that its client be parked. */
    boolean isBlocked()
    {
        return blockingKeys != null;
    }

    BlockingKeys blockingKeys()
    {
        return Objects.requireNonNull(blockingKeys);
    }

    long timeoutMillis()
    {
        return timeoutMillis;
    }

    TimeoutReply onTimeout()
    {
        return Objects.requireNonNull(onTimeout);
    }

    @Override
    public Keyspace keyspace()
    {
        return keyspaces[session.database()];
    }

    @Override
    public Keyspace keyspace(int index)
    {
        return keyspaces[index];
    }

    @Override
    public int database()
    {
        return session.database();
    }

    @Override
    public int databaseCount()
    {
        return keyspaces.length;
    }

    @Override
    public long nowMillis()
    {
        return state.nowMillis();
    }

    @Override
    public long nowMicros()
    {
        return micros.getAsLong();
    }

    @Override
    public RandomGenerator random()
    {
        return random;
    }

    @Override
    public Effects effects()
    {
        return effects;
    }

    @Override
    public void notify(KeyspaceEvent.Kind kind, String event, int database, Bytes key)
    {
        events.tell(kind, event, database, key);
    }

    @Override
    public Client client()
    {
        return session;
    }

    @Override
    public boolean mayBlock()
    {
        return mayBlock;
    }

    @Override
    public void block(BlockingKeys keys, long timeout, TimeoutReply timeoutReply)
    {
        if (!mayBlock) {
            throw new IllegalStateException("this command may not park its client");
        }
        this.blockingKeys = keys;
        this.timeoutMillis = timeout;
        this.onTimeout = timeoutReply;
    }
}

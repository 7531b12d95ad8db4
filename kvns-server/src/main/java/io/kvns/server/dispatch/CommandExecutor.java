package io.kvns.server.dispatch;

import io.kvns.api.Clock;
import io.kvns.api.CommandContext.BlockingKeys;
import io.kvns.api.CommandException;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeyFinder;
import io.kvns.api.StandardError;
import io.kvns.server.clients.RequestExecutor;
import io.kvns.server.clients.Session;
import io.kvns.server.keyspace.KeyspaceState;
import io.kvns.server.memory.MemoryBudget;
import io.kvns.server.memory.ScratchMemory;
import io.kvns.server.memory.ShardAllocator;
import io.kvns.server.protocol.ReplyTooLongException;
import io.kvns.server.protocol.ReplyWriter;
import io.kvns.server.protocol.Request;
import io.kvns.server.protocol.RequestArguments;
import io.kvns.server.protocol.RequestBytes;
import io.kvns.server.statistics.Counter;
import io.kvns.server.statistics.LatencyMonitor;
import io.kvns.server.statistics.LoopStatistics;
import io.kvns.server.store.LookAhead;
import io.kvns.server.store.NamespaceNumbers;
import io.kvns.server.store.Shard;
import io.kvns.server.store.Store;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes the requests of the clients of one thread.
 *
 * <p>A request's way: its command is looked up, then what can refuse it is checked (arguments' number, authentication, memory), its keys
 * are found and their shards locked, the command is executed, its effects go to the journal, the shards are unlocked. The order of
 * checks is that of the reference, because clients see it.
 */
public final class CommandExecutor
        implements RequestExecutor, KeyFinder.Sink
{
    private static final Logger LOG = LoggerFactory.getLogger(CommandExecutor.class);
    private static final String INTERNAL_ERROR = "ERR internal error, see the server's log";

    // The time of a batch follows the monotonic clock; the wall clock is read this often, so that its jumps are seen.
    private static final long WALL_CLOCK_EVERY_NANOS = 10_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final CommandTable table;
    private final Store store;
    private final MemoryBudget budget;
    private final Clock clock;
    private final CommandGate gate;
    private final ParkedClients parkedClients;
    private final LoopStatistics statistics;
    private final DispatchServices services;
    private final RequestArguments arguments = new RequestArguments();
    private final NamespaceNumbers namespaces;
    private final LockedShards locks;
    private final LookAhead lookAhead = new LookAhead();
    private final EffectRecorder effects;
    private final ExecutionContext context;
    private final ShardAllocator ownMemory;
    private long wallMillis;
    private long wallNanos;
    private long nowMillis;
    private long nanos;
    private int namespace;
    private @Nullable ParkedCommand retried;

    /**
     * An executor for one thread.
     *
     * @param ownMemory an allocator that only this executor uses
     */
    public CommandExecutor(DispatchServices services, LoopStatistics statistics, ShardAllocator ownMemory)
    {
        this.services = services;
        this.table = services.table();
        this.store = services.store();
        this.budget = store.budget();
        this.clock = services.clock();
        this.gate = services.gate();
        this.parkedClients = services.parkedClients();
        this.statistics = statistics;
        this.ownMemory = ownMemory;
        this.namespaces = new NamespaceNumbers(store.namespaces());
        this.locks = new LockedShards(store);
        this.effects = new EffectRecorder(services.journal(), ownMemory);
        RandomGenerator random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create();
        ExpiryEffects expiryEffects = new ExpiryEffects(services.journal(), ownMemory);
        KeyspaceState state = new KeyspaceState(
                store, services.limits(), statistics, services.events(), services.expiryControl(), expiryEffects, random,
                new ScratchMemory(ownMemory));
        this.context = new ExecutionContext(state, store.databases(), services.events(), effects, random, clock::micros);
        this.wallNanos = clock.nanos();
        this.wallMillis = clock.millis();
    }

    @Override
    public long beginBatch()
    {
        nanos = clock.nanos();
        if (nanos - wallNanos > WALL_CLOCK_EVERY_NANOS) {
            wallNanos = nanos;
            wallMillis = clock.millis();
        }
        nowMillis = wallMillis + (nanos - wallNanos) / NANOS_PER_MILLI;
        return nowMillis;
    }

    @Override
    public void endBatch()
    {
        // Nothing is put off to the end of a batch yet.
    }

    @Override
    public void execute(Session session, Request request, ReplyWriter reply)
    {
        RegisteredCommand command = (RegisteredCommand) request.command();
        if (command == null) {
            command = table.find(request.address(0), request.length(0));
            if (command != null && command.isContainer) {
                command = subcommand(command, request);
            }
        }
        arguments.moveTo(request);
        if (command == null) {
            refuseUnknown(reply);
            return;
        }
        if (!command.acceptsCount(request.count())) {
            refuse(command, Refusals.wrongArity(command), reply);
            return;
        }
        if (command.needsAuthentication && !session.isAuthenticated()) {
            refuse(command, StandardError.NO_AUTH.line(), reply);
            return;
        }
        if (command.takesMemory && budget.isExceeded()) {
            refuse(command, StandardError.OUT_OF_MEMORY.line(), reply);
            return;
        }
        if (gate.isClosed() && gate.holdsBack(session, command.spec)) {
            session.holdBack();
            return;
        }
        session.lastCommand(command.fullName);
        run(session, command, request, reply);
    }

    @Override
    public void prepare(Session session, Request[] requests, int count)
    {
        for (int index = 0; index < count; index++) {
            Request request = requests[index];
            RegisteredCommand command = table.find(request.address(0), request.length(0));
            if (command != null && !command.isContainer) {
                request.command(command);
                if (command.keyPositions.isRow()) {
                    prepareKeys(session, request, command.keyPositions);
                }
            }
        }
        if (lookAhead.count() > 1) {
            locks.lockWanted();
            try {
                lookAhead.fetch();
            }
            finally {
                locks.unlock();
            }
        }
        else {
            lookAhead.clear();
            locks.wantNone();
        }
    }

    private void prepareKeys(Session session, Request request, KeyPositions positions)
    {
        int first = positions.first();
        int last = Math.min(positions.last(request.count()), request.count() - 1);
        for (int index = first; index <= last && lookAhead.hasRoom(); index += positions.step()) {
            long address = request.address(index);
            int bytes = request.length(index);
            long hash = store.hash(address, bytes);
            if (index == first) {
                request.keyHash(hash);
            }
            int shard = store.shardOf(hash, address, bytes);
            locks.want(shard);
            lookAhead.add(store.shard(shard).table(session.database()), hash);
        }
    }

    /** The subcommand that a request names; the container itself if it names none, null if it names an unknown one. */
    private static @Nullable RegisteredCommand subcommand(RegisteredCommand container, Request request)
    {
        return request.count() < 2 ? container : container.subcommands.get(request.address(1), request.length(1));
    }

    private void refuseUnknown(ReplyWriter reply)
    {
        RegisteredCommand container = table.find(arguments.request().address(0), arguments.request().length(0));
        String line = container == null ? Refusals.unknownCommand(arguments) : Refusals.unknownSubcommand(arguments, container);
        statistics.increment(Counter.UNKNOWN_COMMANDS);
        statistics.error(line);
        reply.error(line);
    }

    private void refuse(RegisteredCommand command, String line, ReplyWriter reply)
    {
        statistics.rejected(command.index);
        statistics.error(line);
        reply.error(line);
    }

    private void run(Session session, RegisteredCommand command, Request request, ReplyWriter reply)
    {
        context.begin(session, nowMillis, true);
        namespace = LoopStatistics.NO_NAMESPACE;
        long mark = reply.mark();
        try {
            lockShards(command);
            command.command.execute(context, arguments, reply);
            if (context.changes() != 0) {
                effects.commit(request);
            }
            if (context.isBlocked()) {
                park(session, command, request);
            }
        }
        catch (CommandException error) {
            reply.rewind(mark);
            fail(command, error.line(), reply);
        }
        catch (ReplyTooLongException tooLong) {
            reply.rewind(mark);
            if (context.changes() != 0) {
                effects.commit(request);
            }
            throw tooLong;
        }
        catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
            reply.rewind(mark);
            LOG.error("{} failed", command.fullName, defect);
            statistics.increment(Counter.INTERNAL_ERRORS);
            if (context.changes() != 0) {
                effects.commit(request);
            }
            fail(command, INTERNAL_ERROR, reply);
        }
        finally {
            locks.unlock();
        }
        long before = nanos;
        nanos = clock.nanos();
        statistics.record(command.index, namespace, nanos - before);
        if (services.slowLog().concerns(nanos - before) || services.latencyMonitor().concerns(nanos - before)) {
            noteSlow(session, command, nanos - before);
        }
    }

    private void fail(RegisteredCommand command, String line, ReplyWriter reply)
    {
        effects.rollBack();
        statistics.failed(command.index);
        statistics.error(line);
        reply.error(line);
    }

    private void noteSlow(Session session, RegisteredCommand command, long took)
    {
        if (command.mayBeSlow && services.slowLog().concerns(took)) {
            services.slowLog().add(nowMillis, took, arguments, session);
        }
        if (services.latencyMonitor().concerns(took)) {
            services.latencyMonitor().add(command.countsAsFast ? LatencyMonitor.FAST_COMMAND : LatencyMonitor.COMMAND, nowMillis, took);
        }
    }

    // ---- keys and locks

    private void lockShards(RegisteredCommand command)
    {
        if (command.scope != CommandSpec.Scope.KEYS) {
            if (command.scope == CommandSpec.Scope.ALL_SHARDS) {
                locks.wantAll();
                locks.lockWanted();
            }
            return;
        }
        KeyPositions positions = command.keyPositions;
        if (positions.isRow()) {
            lockRow(positions);
        }
        else if (!positions.isEmpty()) {
            // What a finder that failed had asked for is nothing to this request.
            locks.wantNone();
            positions.find(arguments, this);
            locks.lockWanted();
        }
    }

    private void lockRow(KeyPositions positions)
    {
        int first = positions.first();
        int last = Math.min(positions.last(arguments.count()), arguments.count() - 1);
        if (first == last) {
            locks.lock(shardOf(first));
            return;
        }
        for (int index = first; index <= last; index += positions.step()) {
            locks.want(shardOf(index));
        }
        locks.lockWanted();
    }

    @Override
    public void key(int index, KeyAccess access)
    {
        locks.want(shardOf(index));
    }

    private int shardOf(int index)
    {
        RequestBytes key = arguments.view(index);
        int bytes = (int) key.length();
        Request request = arguments.request();
        // The first key that is asked for is the one whose hash was kept when the executor looked ahead.
        boolean known = namespace == LoopStatistics.NO_NAMESPACE && request.isHashed();
        long hash = known ? request.keyHash() : store.hash(key.address(), bytes);
        key.hash(hash);
        if (namespace == LoopStatistics.NO_NAMESPACE) {
            namespace = namespaces.of(key.address(), bytes);
        }
        return store.shardOf(hash, key.address(), bytes);
    }

    // ---- clients that wait

    private void park(Session session, RegisteredCommand command, Request request)
    {
        ParkedCommand again = retried;
        if (again != null) {
            return; // it goes on waiting, at its place in the queues
        }
        ParkedCommand parked = new ParkedCommand(session, command, request, context.onTimeout(), ownMemory);
        BlockingKeys keys = context.blockingKeys();
        for (int number = 0; number < keys.count(); number++) {
            awaitKey(parked, session.database(), arguments.view(keys.first() + number * keys.step()));
        }
        session.parked(true);
        statistics.increment(Counter.CLIENTS_PARKED);
        parkedClients.enter(parked, this);
        if (context.timeoutMillis() > 0) {
            parked.timer = session.loop().schedule(() -> timeOut(parked), context.timeoutMillis());
        }
    }

    private void awaitKey(ParkedCommand parked, int database, RequestBytes key)
    {
        int bytes = (int) key.length();
        long hash = store.hash(key.address(), bytes);
        Shard shard = store.shard(store.shardOf(hash, key.address(), bytes));
        WaitingClients.Key awaited = new WaitingClients.Key(database, key.toByteArray(), hash);
        for (ParkedCommand.AwaitedKey known : parked.keys) {
            if (known.key().equals(awaited)) {
                return;
            }
        }
        parked.keys.add(new ParkedCommand.AwaitedKey(shard, awaited));
    }

    /** Executes a command again because a key that it waits for was written; then it is the next client's turn. */
    void retry(ParkedCommand parked, WaitingClients.Key key)
    {
        if (!parked.ended) {
            retryOnce(parked);
        }
        wakeNext(parked, key);
    }

    private void retryOnce(ParkedCommand parked)
    {
        beginBatch();
        ReplyWriter reply = parked.session.beginOutput();
        retried = parked;
        parked.session.parked(false);
        try {
            arguments.moveTo(parked.request);
            run(parked.session, parked.command, parked.request, reply);
        }
        catch (ReplyTooLongException _) {
            // As for any other client: it is closed, and stops waiting here since nothing will wake it again.
            endParking(parked);
            parked.session.kill();
            return;
        }
        finally {
            retried = null;
        }
        endBatch();
        if (context.isBlocked()) {
            parked.session.parked(true);
            parked.session.sendOutput();
            return;
        }
        endParking(parked);
        parked.session.resumed();
    }

    private void wakeNext(ParkedCommand parked, WaitingClients.Key key)
    {
        for (ParkedCommand.AwaitedKey awaited : parked.keys) {
            if (awaited.key().equals(key)) {
                Shard shard = awaited.shard();
                shard.lock().lock();
                try {
                    if (shard.contains(key.database(), key.bytes())) {
                        parkedClients.wakeNext(shard, key, parked);
                    }
                }
                finally {
                    shard.lock().unlock();
                }
            }
        }
    }

    private void timeOut(ParkedCommand parked)
    {
        if (!parked.ended) {
            ReplyWriter reply = parked.session.beginOutput();
            parked.onTimeout.write(reply);
            endWaiting(parked);
        }
    }

    /** Ends the waiting of a client as if its time were up, or with an error. */
    void unblock(ParkedCommand parked, boolean withError)
    {
        if (parked.ended) {
            return;
        }
        ReplyWriter reply = parked.session.beginOutput();
        if (withError) {
            String line = "UNBLOCKED client unblocked via CLIENT UNBLOCK";
            statistics.error(line);
            reply.error(line);
        }
        else {
            parked.onTimeout.write(reply);
        }
        endWaiting(parked);
    }

    private void endWaiting(ParkedCommand parked)
    {
        endParking(parked);
        parked.session.parked(false);
        parked.session.resumed();
    }

    private void endParking(ParkedCommand parked)
    {
        parkedClients.leave(parked);
        parked.end(ownMemory);
    }

    @Override
    public void onDisconnect(Session session)
    {
        ParkedCommand parked = parkedClients.of(session.id());
        if (parked != null && !parked.ended) {
            endParking(parked);
            for (ParkedCommand.AwaitedKey awaited : parked.keys) {
                wakeNext(parked, awaited.key());
            }
        }
    }
}

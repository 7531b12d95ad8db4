package io.kvns.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.CommandSpec;
import io.kvns.server.RunningServer;
import io.kvns.server.background.BackgroundThread;
import io.kvns.server.clients.RequestExecutor;
import io.kvns.server.clients.RequestExecutorFactory;
import io.kvns.server.dispatch.CommandTable;
import io.kvns.server.dispatch.EffectJournal;
import io.kvns.server.dispatch.RegisteredCommand;
import io.kvns.server.keyspace.KeyspaceEvents;
import io.kvns.server.statistics.ServerStatistics;
import io.kvns.server.store.Store;
import io.kvns.server.store.StoreChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands of the plugins on the class path by the real executor on a real store, without a network: once for a RESP2 client
 * on one store, once for a RESP3 client on another. {@link #run} answers what the RESP2 client got, having verified that the RESP3
 * client got the same in its own terms.
 *
 * <p>The clock stands still until {@link #advance}. When the tester is closed the stores' invariants are verified.
 */
public final class CommandTester
        implements AutoCloseable
{
    private static final String RANDOM_OUTPUT = "nondeterministic_output";
    private static final String RANDOM_ORDER = "nondeterministic_output_order";

    private final ManualClock clock = new ManualClock();
    private final Side resp2;
    private final Side resp3;
    private final TesterClient first;
    private long clients;

    /** One of the two servers. */
    private static final class Side
    {
        private final RunningServer server;
        private final TestLoop loop;
        private final RequestExecutor executor;
        private final TestOutput output = new TestOutput();
        private final Happenings happenings = new Happenings();

        Side(ManualClock clock, List<String> flags)
        {
            this.server = TestServer.assemble(clock, flags);
            this.loop = new TestLoop(clock);
            server.part(EffectJournal.class).add(happenings);
            server.part(KeyspaceEvents.class).add(happenings);
            this.executor = server.part(RequestExecutorFactory.class).create(loop, server.part(ServerStatistics.class).newLoop());
        }

        void close()
        {
            assertThat(new StoreChecker(server.part(Store.class)).problems()).isEmpty();
            server.stop();
            assertThat(server.part(Store.class).usedBytes()).as("bytes in use after the end").isZero();
            output.close();
        }
    }

    /** A client of both servers. */
    public final class TesterClient
    {
        private final TestClient ofResp2;
        private final TestClient ofResp3;
        private @Nullable ReplyValue lastResp3;

        private TesterClient(long id)
        {
            this.ofResp2 = new TestClient(id, resp2.loop, resp2.executor, resp2.output, false);
            this.ofResp3 = new TestClient(id, resp3.loop, resp3.executor, resp3.output, true);
        }

        /**
         * Sends a request that may park the client: the reply, if any, is {@link #received}.
         *
         * @param arguments texts, numbers or byte arrays
         */
        public void send(Object... arguments)
        {
            ofResp2.send(arguments);
            ofResp3.send(arguments);
        }

        /** The reply that has come, null for none yet. */
        public @Nullable ReplyValue received()
        {
            ReplyValue reply = ofResp2.received();
            ReplyValue other = ofResp3.received();
            lastResp3 = other;
            assertThat(other == null).as("RESP3 has no reply either").isEqualTo(reply == null);
            return reply;
        }

        /** Sends a request and answers its reply to the RESP2 client. */
        public ReplyValue run(Object... arguments)
        {
            send(arguments);
            ReplyValue reply = received();
            if (reply == null) {
                throw new AssertionError("no reply: the client was parked");
            }
            assertThat(ofResp2.received()).as("a second reply").isNull();
            assertThat(ofResp3.received()).as("a second reply").isNull();
            if (lastResp3 != null && !hasTip(RANDOM_OUTPUT, arguments)) {
                boolean ordered = reply.isError() || !hasTip(RANDOM_ORDER, arguments);
                ReplyValue expected = InResp2.of(reply);
                ReplyValue actual = InResp2.of(lastResp3);
                assertThat(ordered ? actual : actual.sorted())
                        .as("the reply in RESP3, in terms of RESP2")
                        .isEqualTo(ordered ? expected : expected.sorted());
            }
            return reply;
        }

        /** What the RESP3 client got as the last reply. */
        public ReplyValue resp3()
        {
            if (lastResp3 == null) {
                throw new IllegalStateException("there was no reply yet");
            }
            return lastResp3;
        }

        /** Ends the client as if its connection had broken. */
        public void disconnect()
        {
            ofResp2.disconnect();
            ofResp3.disconnect();
        }
    }

    private CommandTester(List<String> flags)
    {
        this.resp2 = new Side(clock, flags);
        this.resp3 = new Side(clock, flags);
        this.first = connect();
    }

    /**
     * Starts a tester.
     *
     * @param flags settings, as on the command line: {@code "--maxmemory", "1mb"}
     */
    public static CommandTester start(String... flags)
    {
        List<String> words = new ArrayList<>(List.of("--metrics-port", "0"));
        words.addAll(List.of(flags));
        return new CommandTester(words);
    }

    /** Another client. */
    public TesterClient connect()
    {
        clients++;
        return new TesterClient(clients);
    }

    /** Runs a command as the first client: what the RESP2 client gets. */
    public ReplyValue run(Object... arguments)
    {
        return first.run(arguments);
    }

    /** What the RESP3 client got as the reply to the last {@link #run}. */
    public ReplyValue resp3()
    {
        return first.resp3();
    }

    /** The first client. */
    public TesterClient client()
    {
        return first;
    }

    /** Lets time pass; parked clients whose time is up get their replies. */
    public void advance(long millis)
    {
        clock.advance(millis);
        resp2.loop.runAll();
        resp3.loop.runAll();
    }

    /** The clock. */
    public ManualClock clock()
    {
        return clock;
    }

    /** Does one round of the servers' background work: active expiry, giving memory back. */
    public void runBackground()
    {
        resp2.server.part(BackgroundThread.class).round();
        resp3.server.part(BackgroundThread.class).round();
    }

    /** Verifies the stores' invariants now. */
    public void checkStores()
    {
        assertThat(new StoreChecker(resp2.server.part(Store.class)).problems()).isEmpty();
        assertThat(new StoreChecker(resp3.server.part(Store.class)).problems()).isEmpty();
    }

    /**
     * What the journal took since the last call: one text for each effect, its arguments with blanks between them. Both servers are
     * verified to have the same.
     */
    public List<String> effects()
    {
        List<String> effects = resp2.happenings.takeEffects();
        assertThat(resp3.happenings.takeEffects()).as("effects of the RESP3 client's requests").isEqualTo(effects);
        return effects;
    }

    /** What was told of keys since the last call: {@code "set key"} for each event. Both servers are verified to have the same. */
    public List<String> events()
    {
        return eventsWithKinds().stream().map(event -> event.substring(2)).toList();
    }

    /** As {@link #events}, each behind the letter of its kind: {@code "$:set key"}. */
    public List<String> eventsWithKinds()
    {
        List<String> events = resp2.happenings.takeEvents();
        assertThat(resp3.happenings.takeEvents()).as("events of the RESP3 client's requests").isEqualTo(events);
        return events;
    }

    /** The specs of all commands, those of containers' subcommands left out. */
    public List<CommandSpec> specs()
    {
        return part(CommandTable.class).commands().stream().map(RegisteredCommand::spec).toList();
    }

    /** A part of the server that the RESP2 client uses. */
    public <T> T part(Class<T> type)
    {
        return resp2.server.part(type);
    }

    private boolean hasTip(String wanted, Object... arguments)
    {
        RegisteredCommand command = part(CommandTable.class).find(arguments[0].toString().toLowerCase(Locale.ROOT));
        if (command != null && !command.subcommands().isEmpty() && arguments.length > 1) {
            command = part(CommandTable.class).find(command.fullName() + '|' + arguments[1].toString().toLowerCase(Locale.ROOT));
        }
        return command != null && command.spec().tips().stream().anyMatch(tip -> tip.equalsIgnoreCase(wanted));
    }

    @Override
    public void close()
    {
        resp2.close();
        resp3.close();
    }
}

package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandException;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.GlobPattern;
import io.kvns.api.Keyspace;
import io.kvns.api.Reply;
import io.kvns.api.Setting;
import io.kvns.api.StandardError;
import io.kvns.api.admin.DataSetDigest;
import io.kvns.api.admin.Debugging;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * {@code DEBUG subcommand [arg ...]}: what tests of servers and clients need. It is one command, as in the reference, and locks all shards.
 *
 * <p>Errors: first {@code enable-debug-command} is asked; then an unknown subcommand and a wrong number of arguments have one text.
 */
final class DebugCommand
        implements Command
{
    private static final CommandError NOT_ALLOWED = CommandError.of("ERR DEBUG command not allowed. If the enable-debug-command option"
            + " is set to \"local\", you can run it from a local connection, otherwise you need to set this option in the configuration"
            + " file, and then restart the server.");
    private static final CommandError BAD_THRESHOLD =
            CommandError.of("ERR argument must be a memory value bigger than 1 and smaller than 4gb");
    private static final long PACKED_THRESHOLD_END = 4L << 30;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long LRU_CLOCK_MASK = (1 << 24) - 1;

    private static final CommandSpec SPEC = CommandSpec.other("debug")
            .group(CommandGroup.SERVER)
            .arity(-2)
            .flags(CommandFlag.ADMIN, CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE)
            .scope(CommandSpec.Scope.ALL_SHARDS)
            .since("1.0.0")
            .summary("Commands for tests of servers and clients.")
            .complexity("Depends on the subcommand")
            .systemCommand()
            .build();

    private static final List<String> HELP = List.of(
            "DEBUG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:",
            "CHECK",
            "    Walk all structures of the store and verify their invariants.",
            "DIGEST",
            "    Output a hex signature representing the current DB content.",
            "DIGEST-VALUE <key> [<key> ...]",
            "    Output a hex signature of the values of all the specified keys.",
            "ERROR <string>",
            "    Return a protocol error with <string> as message. Useful for clients",
            "    unit tests to simulate errors.",
            "LOG <message>",
            "    Write <message> to the server log.",
            "OBJECT <key>",
            "    Show low level info about `key` and associated value.",
            "POPULATE <count> [<prefix>] [<size>]",
            "    Create <count> string keys named key:<num>. If <prefix> is specified then",
            "    it is used instead of the 'key' prefix. Keys that exist are left alone.",
            "PROTOCOL <type>",
            "    Reply with a test value of the specified type. <type> can be: string,",
            "    integer, double, bignum, null, array, set, map, attrib, push, verbatim,",
            "    true, false.",
            "QUICKLIST-PACKED-THRESHOLD <size>",
            "    Sets the threshold for elements to be inserted as plain vs packed nodes",
            "    Default value is 1GB, allows values up to 4GB. Setting to 0 restores to default.",
            "SET-ACTIVE-EXPIRE <0|1>",
            "    Setting it to 0 disables expiring keys in background when they are not",
            "    accessed (otherwise the usual behavior). Setting it to 1 reenables back the",
            "    default.",
            "SLEEP <seconds>",
            "    Stop the server for <seconds>. Decimals allowed.",
            "STRINGMATCH-LEN <pattern> <string>",
            "    Reply with 1 if the glob-style <pattern> matches <string>, else with 0.",
            "HELP",
            "    Prints this help.");

    private final Debugging debugging;

    DebugCommand(Debugging debugging)
    {
        this.debugging = debugging;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        if (!debugging.isAllowed(context.client())) {
            throw NOT_ALLOWED.exception();
        }
        String name = arguments.text(1).toLowerCase(Locale.ROOT);
        int count = arguments.count() - 2;
        switch (name) {
            case "help" -> {
                expect(count == 0, arguments);
                writeHelp(reply);
            }
            case "sleep" -> {
                expect(count == 1, arguments);
                debugging.sleep((long) (Math.clamp(seconds(arguments), 0, 1e6) * NANOS_PER_SECOND));
                reply.ok();
            }
            case "set-active-expire" -> {
                expect(count == 1, arguments);
                debugging.activeExpiry(!arguments.is(2, "0"));
                reply.ok();
            }
            case "object" -> {
                expect(count == 1, arguments);
                object(context, arguments.bytes(2), reply);
            }
            case "digest" -> {
                expect(count == 0, arguments);
                reply.simple(DataSetDigest.text(digest(context)));
            }
            case "digest-value" -> digestValues(context, arguments, reply);
            case "protocol" -> {
                expect(count == 1, arguments);
                ProtocolSamples.write(reply, arguments.text(2).toLowerCase(Locale.ROOT));
            }
            case "stringmatch-len" -> {
                expect(count == 2, arguments);
                reply.integer(GlobPattern.over(arguments.bytes(2)).matches(arguments.bytes(3)) ? 1 : 0);
            }
            case "populate" -> {
                expect(count >= 1 && count <= 3, arguments);
                populate(context, arguments);
                reply.ok();
            }
            case "quicklist-packed-threshold" -> {
                expect(count == 1, arguments);
                debugging.packedThreshold(packedThreshold(arguments.text(2)));
                reply.ok();
            }
            case "log" -> {
                expect(count == 1, arguments);
                debugging.log(arguments.bytes(2));
                reply.ok();
            }
            case "error" -> {
                expect(count == 1, arguments);
                reply.error(arguments.text(2));
            }
            case "check" -> {
                expect(count == 0, arguments);
                check(reply);
            }
            default -> throw Misuse.of(arguments);
        }
    }

    private static void expect(boolean asExpected, Arguments arguments)
    {
        if (!asExpected) {
            throw Misuse.of(arguments);
        }
    }

    private static void writeHelp(Reply reply)
    {
        reply.array(HELP.size());
        for (String line : HELP) {
            reply.simple(line);
        }
    }

    /** The seconds of {@code SLEEP}; as in the reference, what is no number is none. */
    private static double seconds(Arguments arguments)
    {
        try {
            return arguments.real(2);
        }
        catch (CommandException noNumber) {
            return 0;
        }
    }

    private static long packedThreshold(String text)
    {
        OptionalLong bytes = Setting.memoryBytes(text);
        if (bytes.isEmpty() || bytes.getAsLong() < 0 || bytes.getAsLong() >= PACKED_THRESHOLD_END) {
            throw BAD_THRESHOLD.exception();
        }
        return bytes.getAsLong();
    }

    private void object(CommandContext context, Bytes key, Reply reply)
    {
        Keyspace keyspace = context.keyspace();
        String encoding = keyspace.encoding(key);
        if (encoding == null) {
            throw StandardError.NO_SUCH_KEY.exception();
        }
        long idleSeconds = Math.max(0, keyspace.idleSeconds(key));
        long clock = (context.nowMillis() / 1000 - idleSeconds) & LRU_CLOCK_MASK;
        reply.simple("Value at:0x" + Long.toHexString(debugging.valueAddress(context.database(), key))
                + " refcount:1 encoding:" + encoding
                + " serializedlength:" + debugging.serializedBytes(context.database(), key)
                + " lru:" + clock
                + " lru_seconds_idle:" + idleSeconds);
    }

    private static byte[] digest(CommandContext context)
    {
        DataSetDigest arithmetic = new DataSetDigest();
        byte[] total = new byte[DataSetDigest.LENGTH];
        byte[] one = new byte[DataSetDigest.LENGTH];
        for (int index = 0; index < context.databaseCount(); index++) {
            Keyspace keyspace = context.keyspace(index);
            if (keyspace.size() == 0) {
                continue;
            }
            arithmetic.mix(total, index);
            long cursor = 0;
            do {
                cursor = keyspace.scan(cursor, 1000, key -> {
                    Arrays.fill(one, (byte) 0);
                    arithmetic.mix(one, key);
                    keyspace.addToDigest(key, one);
                    arithmetic.xor(total, one, one.length);
                });
            }
            while (cursor != 0);
        }
        return total;
    }

    private static void digestValues(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.array(arguments.count() - 2);
        for (int index = 2; index < arguments.count(); index++) {
            byte[] digest = new byte[DataSetDigest.LENGTH];
            context.keyspace().addToDigest(arguments.bytes(index), digest);
            reply.simple(DataSetDigest.text(digest));
        }
    }

    private static void populate(CommandContext context, Arguments arguments)
    {
        long count = arguments.integer(2, 0, Long.MAX_VALUE, StandardError.NOT_POSITIVE);
        String prefix = arguments.count() > 3 ? arguments.text(3) : "key";
        long size = arguments.count() > 4 ? arguments.integer(4, 0, Integer.MAX_VALUE - 64, StandardError.NOT_POSITIVE) : 0;
        Keyspace keyspace = context.keyspace();
        for (long number = 0; number < count; number++) {
            Bytes key = Bytes.of(prefix + ":" + number);
            if (!keyspace.exists(key)) {
                keyspace.setString(key, populatedValue(number, (int) size), Keyspace.NEVER);
            }
        }
        context.effects().none();
    }

    /** {@code value:<number>}, cut or filled with zero bytes to a size other than 0. */
    private static Bytes populatedValue(long number, int size)
    {
        Bytes text = Bytes.of("value:" + number);
        if (size == 0) {
            return text;
        }
        byte[] value = new byte[size];
        text.copyTo(0, value, 0, (int) Math.min(size, text.length()));
        return Bytes.copyOf(value);
    }

    private void check(Reply reply)
    {
        List<String> problems = debugging.checkStore();
        if (!problems.isEmpty()) {
            throw new CommandException("ERR the store is damaged in " + problems.size() + " places, the first is: " + problems.getFirst());
        }
        reply.ok();
    }
}

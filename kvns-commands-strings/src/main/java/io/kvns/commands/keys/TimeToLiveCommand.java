package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.key;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.KeyAccess.READ;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Keyspace;
import io.kvns.api.Reply;

/**
 * {@code TTL key}, {@code PTTL key}, {@code EXPIRETIME key}, {@code PEXPIRETIME key}: reply with how long a key still lives or when it
 * expires, in seconds or milliseconds.
 *
 * <p>The reply is -2 for a missing key and -1 for one that does not expire. Seconds are rounded to the nearest.
 */
final class TimeToLiveCommand
        implements Command
{
    private static final long MISSING = -2;
    private static final long FOR_EVER = -1;

    private final CommandSpec spec;
    private final boolean remaining;
    private final boolean seconds;

    private TimeToLiveCommand(CommandSpec spec, boolean remaining, boolean seconds)
    {
        this.spec = spec;
        this.remaining = remaining;
        this.seconds = seconds;
    }

    /** {@code TTL}. */
    static TimeToLiveCommand ttl()
    {
        CommandSpec spec = remaining("ttl")
                .since("1.0.0")
                .summary("Tells how many seconds a key still lives.")
                .build();
        return new TimeToLiveCommand(spec, true, true);
    }

    /** {@code PTTL}. */
    static TimeToLiveCommand pttl()
    {
        CommandSpec spec = remaining("pttl")
                .since("2.6.0")
                .summary("Tells how many milliseconds a key still lives.")
                .build();
        return new TimeToLiveCommand(spec, true, false);
    }

    /** {@code EXPIRETIME}. */
    static TimeToLiveCommand expireTime()
    {
        CommandSpec spec = spec("expiretime")
                .since("7.0.0")
                .summary("Tells when a key expires, in seconds since 1970.")
                .build();
        return new TimeToLiveCommand(spec, false, true);
    }

    /** {@code PEXPIRETIME}. */
    static TimeToLiveCommand pexpireTime()
    {
        CommandSpec spec = spec("pexpiretime")
                .since("7.0.0")
                .summary("Tells when a key expires, in milliseconds since 1970.")
                .build();
        return new TimeToLiveCommand(spec, false, false);
    }

    private static CommandSpec.Builder remaining(String name)
    {
        return spec(name)
                .changed("2.8.0", "Added the -2 reply.")
                .tips("nondeterministic_output");
    }

    private static CommandSpec.Builder spec(String name)
    {
        return CommandSpec.reading(name)
                .arity(2)
                .fast()
                .key(1, READ)
                .acl(KEYSPACE)
                .group(GENERIC)
                .complexity("O(1)")
                .arguments(key("key"));
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Keyspace keyspace = context.keyspace();
        Bytes key = arguments.key(1);
        if (!keyspace.lookUp(key)) {
            reply.integer(MISSING);
            return;
        }
        long atMillis = keyspace.expiresAtMillis(key);
        reply.integer(atMillis == Keyspace.NEVER ? FOR_EVER : answer(atMillis, context.nowMillis()));
    }

    private long answer(long atMillis, long nowMillis)
    {
        long millis = remaining ? Math.max(0, atMillis - nowMillis) : atMillis;
        return seconds ? nearestSecond(millis) : millis;
    }

    /** Rounds milliseconds to seconds, also where 500 more would overflow. */
    static long nearestSecond(long millis)
    {
        return millis / 1000 + (millis % 1000 >= 500 ? 1 : 0);
    }
}

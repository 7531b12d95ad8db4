package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.integer;
import static io.kvns.api.ArgumentSpec.key;
import static io.kvns.api.ArgumentSpec.oneOf;
import static io.kvns.api.ArgumentSpec.unixTime;
import static io.kvns.api.ArgumentSpec.word;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.KeyAccess.UPDATE_ONLY;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandException;
import io.kvns.api.CommandSpec;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;

/**
 * {@code EXPIRE key seconds [NX | XX | GT | LT]} and, alike, {@code PEXPIRE} in milliseconds, {@code EXPIREAT} and
 * {@code PEXPIREAT} with a time since 1970: let a key expire.
 *
 * <p>Replies 1 when the expiry was set, 0 for a missing key and when the condition forbids it: {@code NX} demands that the key
 * does not expire yet, {@code XX} that it does, {@code GT} and {@code LT} that the new time is later or earlier than the old
 * one, a key without an expiry living for ever. A time that has passed, negative ones included, removes the key at once.
 *
 * <p>Errors, in the order they are checked: an unknown option, {@link KeysError#NX_WITH_OTHERS}, {@link KeysError#GT_WITH_LT},
 * {@link StandardError#NOT_AN_INTEGER}, and {@code invalid expire time} for a time that is no 64-bit number of milliseconds.
 *
 * <p>The effect is {@code PEXPIREAT} without a condition, or {@code DEL}.
 */
final class ExpireCommand
        implements Command
{
    private static final int NX = 1;
    private static final int XX = 1 << 1;
    private static final int GT = 1 << 2;
    private static final int LT = 1 << 3;

    private final CommandSpec spec;
    private final CommandError invalidTime;
    private final boolean relative;
    private final boolean seconds;

    private ExpireCommand(CommandSpec spec, boolean relative, boolean seconds)
    {
        this.spec = spec;
        this.invalidTime = CommandError.of("ERR invalid expire time in '" + spec.name() + "' command");
        this.relative = relative;
        this.seconds = seconds;
    }

    /** {@code EXPIRE}. */
    static ExpireCommand expire()
    {
        CommandSpec spec = spec("expire", integer("seconds"))
                .since("1.0.0")
                .summary("Lets a key expire after some seconds.")
                .build();
        return new ExpireCommand(spec, true, true);
    }

    /** {@code PEXPIRE}. */
    static ExpireCommand pexpire()
    {
        CommandSpec spec = spec("pexpire", integer("milliseconds"))
                .since("2.6.0")
                .summary("Lets a key expire after some milliseconds.")
                .build();
        return new ExpireCommand(spec, true, false);
    }

    /** {@code EXPIREAT}. */
    static ExpireCommand expireAt()
    {
        CommandSpec spec = spec("expireat", unixTime("unix-time-seconds"))
                .since("1.2.0")
                .summary("Lets a key expire at a time given in seconds since 1970.")
                .build();
        return new ExpireCommand(spec, false, true);
    }

    /** {@code PEXPIREAT}. */
    static ExpireCommand pexpireAt()
    {
        CommandSpec spec = spec("pexpireat", unixTime("unix-time-milliseconds"))
                .since("2.6.0")
                .summary("Lets a key expire at a time given in milliseconds since 1970.")
                .build();
        return new ExpireCommand(spec, false, false);
    }

    private static CommandSpec.Builder spec(String name, ArgumentSpec time)
    {
        return CommandSpec.writing(name)
                .arity(-3)
                .fast()
                .key(1, UPDATE_ONLY)
                .acl(KEYSPACE)
                .group(GENERIC)
                .complexity("O(1)")
                .changed("7.0.0", "Added options: `NX`, `XX`, `GT` and `LT`.")
                .arguments(
                        key("key"),
                        time,
                        oneOf("condition", word("NX"), word("XX"), word("GT"), word("LT")).since("7.0.0").optional());
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        int conditions = arguments.count() == 3 ? 0 : conditions(arguments);
        long nowMillis = context.nowMillis();
        long atMillis = millisSince1970(arguments.integer(2), nowMillis);

        Keyspace keyspace = context.keyspace();
        Bytes key = arguments.key(1);
        if (conditions != 0 && !(keyspace.exists(key) && allows(conditions, keyspace.expiresAtMillis(key), atMillis))) {
            reply.integer(0);
            return;
        }
        boolean done = atMillis <= nowMillis ? removeAtOnce(context, keyspace, key) : expireLater(context, keyspace, key, atMillis);
        reply.integer(done ? 1 : 0);
    }

    private static boolean removeAtOnce(CommandContext context, Keyspace keyspace, Bytes key)
    {
        if (!keyspace.delete(key)) {
            return false;
        }
        if (context.effects().wanted()) {
            context.effects().command("DEL").argument(key);
        }
        context.notify(KeyspaceEvent.Kind.GENERIC, "del", key);
        return true;
    }

    private static boolean expireLater(CommandContext context, Keyspace keyspace, Bytes key, long atMillis)
    {
        if (!keyspace.expireAt(key, atMillis)) {
            return false;
        }
        if (context.effects().wanted()) {
            context.effects().command("PEXPIREAT").argument(key).argument(atMillis);
        }
        context.notify(KeyspaceEvent.Kind.GENERIC, "expire", key);
        return true;
    }

    /** The time as milliseconds since 1970, which may lie before that. */
    private long millisSince1970(long amount, long nowMillis)
    {
        long millis = amount;
        if (seconds) {
            if (amount > Long.MAX_VALUE / 1000 || amount < Long.MIN_VALUE / 1000) {
                throw invalidTime.exception();
            }
            millis = amount * 1000;
        }
        if (!relative) {
            return millis;
        }
        if (millis > Long.MAX_VALUE - nowMillis) {
            throw invalidTime.exception();
        }
        return millis + nowMillis;
    }

    private static int conditions(Arguments arguments)
    {
        int conditions = 0;
        for (int index = 3; index < arguments.count(); index++) {
            conditions |= condition(arguments, index);
        }
        if ((conditions & NX) != 0 && conditions != NX) {
            throw KeysError.NX_WITH_OTHERS.exception();
        }
        if ((conditions & (GT | LT)) == (GT | LT)) {
            throw KeysError.GT_WITH_LT.exception();
        }
        return conditions;
    }

    private static int condition(Arguments arguments, int index)
    {
        if (arguments.is(index, "NX")) {
            return NX;
        }
        if (arguments.is(index, "XX")) {
            return XX;
        }
        if (arguments.is(index, "GT")) {
            return GT;
        }
        if (arguments.is(index, "LT")) {
            return LT;
        }
        throw new CommandException("ERR Unsupported option " + arguments.text(index));
    }

    /** Whether the conditions allow a key's expiry to be changed from one time to another. */
    static boolean allows(int conditions, long oldMillis, long newMillis)
    {
        boolean expires = oldMillis != Keyspace.NEVER;
        if ((conditions & NX) != 0 && expires) {
            return false;
        }
        if ((conditions & XX) != 0 && !expires) {
            return false;
        }
        if ((conditions & GT) != 0 && (!expires || newMillis <= oldMillis)) {
            return false;
        }
        return (conditions & LT) == 0 || !expires || newMillis < oldMillis;
    }
}

package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;
import static io.kvns.api.ArgumentSpec.oneOf;
import static io.kvns.api.ArgumentSpec.string;
import static io.kvns.api.ArgumentSpec.word;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.StringEditor;

/**
 * {@code INCREX key [BYFLOAT increment | BYINT increment] [LBOUND lowerbound] [UBOUND upperbound] [SATURATE]
 * [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | PERSIST] [ENX]}: adds to a number, within bounds,
 * and decides when the key expires; replies with the new value and with what was added.
 *
 * <p>The increment is 1 unless said otherwise, a missing key counts as 0. A sum beyond a bound, or beyond what a number can be,
 * changes nothing: the reply is the old value and 0. With SATURATE the bound becomes the value. Without a lifetime the key
 * keeps its own; ENX sets one only where there is none, and PERSIST removes it.
 *
 * <p>Errors, in the order they are checked: {@link StandardError#SYNTAX}, {@link StandardError#NOT_AN_INTEGER} or {@link
 * StandardError#NOT_A_FLOAT} for increment and bounds, {@link StringErrors#BOUNDS_CROSSED}, {@link
 * StringErrors#ENX_WITHOUT_EXPIRY}, an invalid time, {@link StandardError#WRONG_TYPE}, a value that is no number, {@link
 * StandardError#OVERFLOW} or {@link StringErrors#INCREMENT_NOT_FINITE} when what was added is no number.
 */
final class IncrExCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("increx")
            .denyOom()
            .fast()
            .arity(-2)
            .key(1)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("8.8.0")
            .summary("Adds to a number, within bounds, and decides when the key expires.")
            .complexity("O(1)")
            .arguments(
                    ArgumentSpec.key("key"),
                    oneOf(
                            "increment",
                            ArgumentSpec.real("float").behind("BYFLOAT"),
                            ArgumentSpec.integer("integer").behind("BYINT")).optional(),
                    word("SATURATE").optional(),
                    string("lowerbound").behind("LBOUND").optional(),
                    string("upperbound").behind("UBOUND").optional(),
                    StringOptions.expiration(word("PERSIST")),
                    word("ENX").optional())
            .build();

    private static final CommandError INVALID_EXPIRE_TIME = StringErrors.invalidExpireTime("increx");

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Options options = new Options(arguments);
        if (options.isReal) {
            addReal(context, arguments, options, reply);
        }
        else {
            addInteger(context, arguments, options, reply);
        }
    }

    private static void addInteger(CommandContext context, Arguments arguments, Options options, Reply reply)
    {
        long increment = options.incrementIndex == 0 ? 1 : arguments.integer(options.incrementIndex);
        long lower = options.lowerIndex == 0 ? Long.MIN_VALUE : arguments.integer(options.lowerIndex);
        long upper = options.upperIndex == 0 ? Long.MAX_VALUE : arguments.integer(options.upperIndex);
        if (lower > upper) {
            throw StringErrors.BOUNDS_CROSSED.exception();
        }
        long expiresAtMillis = options.expiresAtMillis(context);

        Bytes key = arguments.key(1);
        StringEditor editor = context.keyspace().editString(key);
        long old = editor.integer();
        long sum = old + increment;
        boolean above = IncrementCommand.overflows(old, increment, sum) ? increment > 0 : sum > upper;
        boolean below = IncrementCommand.overflows(old, increment, sum) ? increment < 0 : sum < lower;
        if ((above || below) && !options.saturates) {
            reply.array(2);
            reply.integer(old);
            reply.integer(0);
            return;
        }
        long value = above ? upper : below ? lower : sum;
        long added = value - old;
        if (((value ^ old) & (value ^ added)) < 0) {
            throw StandardError.OVERFLOW.exception();
        }
        long oldExpiresAtMillis = editor.expiresAtMillis();
        editor.setInteger(value);
        context.notify(KeyspaceEvent.Kind.STRING, "incrby", key);
        long stated = changeLifetime(context, key, options, oldExpiresAtMillis, expiresAtMillis);
        if (context.effects().wanted()) {
            SetCommand.stateSet(context.effects(), key, Bytes.of(Long.toString(value)), stated);
        }
        reply.array(2);
        reply.integer(value);
        reply.integer(added);
    }

    private static void addReal(CommandContext context, Arguments arguments, Options options, Reply reply)
    {
        LongDouble increment = IncrByFloatCommand.number(arguments.bytes(options.incrementIndex));
        LongDouble lower = options.lowerIndex == 0 ? LongDouble.LEAST : IncrByFloatCommand.number(arguments.bytes(options.lowerIndex));
        LongDouble upper = options.upperIndex == 0 ? LongDouble.MOST : IncrByFloatCommand.number(arguments.bytes(options.upperIndex));
        if (lower.compareTo(upper) > 0) {
            throw StringErrors.BOUNDS_CROSSED.exception();
        }
        long expiresAtMillis = options.expiresAtMillis(context);

        Bytes key = arguments.key(1);
        StringEditor editor = context.keyspace().editString(key);
        LongDouble old = IncrByFloatCommand.finite(IncrByFloatCommand.number(editor));
        LongDouble sum = old.plus(IncrByFloatCommand.finite(increment));
        boolean above = sum.compareTo(upper) > 0;
        boolean below = sum.compareTo(lower) < 0;
        if ((above || below) && !options.saturates) {
            reply.array(2);
            reply.real(old.toText());
            reply.real(LongDouble.ZERO.toText());
            return;
        }
        LongDouble value = IncrByFloatCommand.finite(above ? upper : below ? lower : sum);
        LongDouble added = IncrByFloatCommand.finite(value.minus(old));
        Bytes text = Bytes.of(value.toText());
        long oldExpiresAtMillis = editor.expiresAtMillis();
        editor.set(text);
        context.notify(KeyspaceEvent.Kind.STRING, "incrbyfloat", key);
        long stated = changeLifetime(context, key, options, oldExpiresAtMillis, expiresAtMillis);
        SetCommand.stateSet(context.effects(), key, text, stated);
        reply.array(2);
        reply.real(value.toText());
        reply.real(added.toText());
    }

    /** Changes when the key expires as the options say, and answers with what {@code SET} has to say of it to end up with the same. */
    private static long changeLifetime(CommandContext context, Bytes key, Options options, long oldExpiresAtMillis, long expiresAtMillis)
    {
        if (options.persists) {
            if (oldExpiresAtMillis != Keyspace.NEVER) {
                context.keyspace().expireAt(key, Keyspace.NEVER);
                context.notify(KeyspaceEvent.Kind.GENERIC, "persist", key);
            }
            return Keyspace.NEVER;
        }
        if (expiresAtMillis == Keyspace.NEVER || (options.onlyWithoutExpiry && oldExpiresAtMillis != Keyspace.NEVER)) {
            return Keyspace.KEEP;
        }
        context.keyspace().expireAt(key, expiresAtMillis);
        context.notify(KeyspaceEvent.Kind.GENERIC, "expire", key);
        return expiresAtMillis;
    }

    /** The options of one request; indexes are those of the options' values, 0 for what was not given. */
    private static final class Options
    {
        private final Arguments arguments;
        private int incrementIndex;
        private boolean isReal;
        private int lowerIndex;
        private int upperIndex;
        private boolean saturates;
        private int time;
        private int timeIndex;
        private boolean persists;
        private boolean onlyWithoutExpiry;

        Options(Arguments arguments)
        {
            this.arguments = arguments;
            for (int index = 2; index < arguments.count(); index++) {
                boolean takesValue = option(index);
                if (takesValue) {
                    index++;
                    if (index == arguments.count()) {
                        throw StandardError.SYNTAX.exception();
                    }
                }
            }
            if (persists && (timeIndex != 0 || onlyWithoutExpiry)) {
                throw StandardError.SYNTAX.exception();
            }
        }

        /** Takes note of an option; answers whether the next argument is its value. */
        private boolean option(int index)
        {
            boolean real = arguments.is(index, "BYFLOAT");
            if (real || arguments.is(index, "BYINT")) {
                incrementIndex = once(incrementIndex, index + 1);
                isReal = real;
                return true;
            }
            if (arguments.is(index, "LBOUND")) {
                lowerIndex = once(lowerIndex, index + 1);
                return true;
            }
            if (arguments.is(index, "UBOUND")) {
                upperIndex = once(upperIndex, index + 1);
                return true;
            }
            int lifetime = StringOptions.option(arguments, index) & (StringOptions.TIMES | StringOptions.PERSIST);
            if ((lifetime & StringOptions.TIMES) != 0) {
                timeIndex = once(timeIndex, index + 1);
                time = lifetime;
                return true;
            }
            if (lifetime == StringOptions.PERSIST) {
                persists = true;
            }
            else if (arguments.is(index, "SATURATE")) {
                saturates = true;
            }
            else if (arguments.is(index, "ENX")) {
                onlyWithoutExpiry = true;
            }
            else {
                throw StandardError.SYNTAX.exception();
            }
            return false;
        }

        private static int once(int known, int index)
        {
            if (known != 0) {
                throw StandardError.SYNTAX.exception();
            }
            return index;
        }

        /** When the key shall expire, {@link Keyspace#NEVER} if nothing is said about it. */
        long expiresAtMillis(CommandContext context)
        {
            if (timeIndex == 0) {
                if (onlyWithoutExpiry) {
                    throw StringErrors.ENX_WITHOUT_EXPIRY.exception();
                }
                return Keyspace.NEVER;
            }
            boolean seconds = (time & (StringOptions.EX | StringOptions.EXAT)) != 0;
            boolean relative = (time & (StringOptions.EX | StringOptions.PX)) != 0;
            return StringOptions.expiresAtMillis(arguments.integer(timeIndex), seconds, relative, context.nowMillis(), INVALID_EXPIRE_TIME);
        }
    }
}

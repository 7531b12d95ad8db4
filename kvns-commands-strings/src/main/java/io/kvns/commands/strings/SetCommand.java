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
import io.kvns.api.Effects;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeyFlag;
import io.kvns.api.KeySpec;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Reply;
import io.kvns.api.StringView;

/**
 * {@code SET key value [NX | XX | IFEQ value | IFNE value | IFDEQ digest | IFDNE digest] [GET]
 * [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL]}: stores a string, whatever the key held.
 *
 * <p>NX asks for a missing key, XX for one that is there. IFEQ and IFNE compare the old value, IFDEQ and IFDNE its digest as
 * {@code DIGEST} shows it, in either case; a missing key equals nothing. Without a lifetime the key does not expire any more;
 * KEEPTTL leaves the lifetime as it is. Times are positive; one that has passed makes the key vanish at once.
 *
 * <p>Replies OK, or null when the condition was not met; with GET the old value, or null, whether the condition was met or not.
 *
 * <p>Errors, in the order they are checked: {@link io.kvns.api.StandardError#SYNTAX}, a digest that is not 16 bytes long, a time that is no
 * integer, an invalid time, and with GET or a comparison {@link io.kvns.api.StandardError#WRONG_TYPE}.
 */
final class SetCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("set")
            .denyOom()
            .arity(-3)
            .keys(new KeySpec(
                    new KeySpec.AtIndex(1),
                    new KeySpec.Range(0, 1, 0),
                    KeyAccess.of(KeyFlag.RW, KeyFlag.ACCESS, KeyFlag.UPDATE, KeyFlag.VARIABLE_FLAGS),
                    "RW and ACCESS due to the optional `GET` argument"))
            .accessFoundBy((arguments, sink) -> sink.key(1, readsOldValue(arguments) ? KeyAccess.READ_UPDATE : KeyAccess.OVERWRITE))
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("1.0.0")
            .summary("Stores a string, whatever the key held before.")
            .complexity("O(1), O(N) for a condition on a value of N bytes")
            .changed("2.6.12", "Added the `EX`, `PX`, `NX` and `XX` options.")
            .changed("6.0.0", "Added the `KEEPTTL` option.")
            .changed("6.2.0", "Added the `GET`, `EXAT` and `PXAT` option.")
            .changed("7.0.0", "Allowed the `NX` and `GET` options to be used together.")
            .changed("8.4.0", "Added the `IFEQ`, `IFNE`, `IFDEQ` and `IFDNE` options.")
            .arguments(
                    ArgumentSpec.key("key"),
                    string("value"),
                    oneOf(
                            "condition",
                            word("NX"),
                            word("XX"),
                            string("ifeq-value").behind("IFEQ").since("8.4.0"),
                            string("ifne-value").behind("IFNE").since("8.4.0"),
                            string("ifdeq-digest").behind("IFDEQ").since("8.4.0"),
                            string("ifdne-digest").behind("IFDNE").since("8.4.0")).optional().since("2.6.12"),
                    word("GET").optional().since("6.2.0"),
                    oneOf(
                            "expiration",
                            ArgumentSpec.integer("seconds").behind("EX").since("2.6.12"),
                            ArgumentSpec.integer("milliseconds").behind("PX").since("2.6.12"),
                            ArgumentSpec.unixTime("unix-time-seconds").behind("EXAT").since("6.2.0"),
                            ArgumentSpec.unixTime("unix-time-milliseconds").behind("PXAT").since("6.2.0"),
                            word("KEEPTTL").since("6.0.0")).optional())
            .build();

    private static final int OPTIONS = StringOptions.CONDITIONS | StringOptions.GET | StringOptions.TIMES | StringOptions.KEEPTTL;
    private static final CommandError INVALID_EXPIRE_TIME = StringErrors.invalidExpireTime("set");

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        if (arguments.count() > 3) {
            setWithOptions(context, arguments, reply);
            return;
        }
        Bytes key = arguments.key(1);
        context.keyspace().setString(key, arguments.bytes(2), Keyspace.NEVER);
        context.notify(KeyspaceEvent.Kind.STRING, "set", key);
        reply.ok();
    }

    private static void setWithOptions(CommandContext context, Arguments arguments, Reply reply)
    {
        long options = StringOptions.parse(arguments, 3, OPTIONS);
        boolean expires = StringOptions.has(options, StringOptions.TIMES);
        boolean showsOld = StringOptions.has(options, StringOptions.GET);
        long expiresAtMillis = StringOptions.has(options, StringOptions.KEEPTTL) ? Keyspace.KEEP : Keyspace.NEVER;
        if (expires) {
            expiresAtMillis = StringOptions.expiresAtMillis(options, arguments, context.nowMillis(), INVALID_EXPIRE_TIME);
        }

        Keyspace keyspace = context.keyspace();
        Bytes key = arguments.key(1);
        boolean met;
        if (showsOld || StringOptions.has(options, StringOptions.COMPARISONS)) {
            StringView old = keyspace.string(key);
            met = isMet(options, arguments, old);
            if (showsOld) {
                if (old.exists()) {
                    reply.bulk(old);
                }
                else {
                    reply.nil();
                }
            }
        }
        else {
            met = !StringOptions.has(options, StringOptions.NX | StringOptions.XX)
                    || keyspace.exists(key) == StringOptions.has(options, StringOptions.XX);
        }
        if (met) {
            store(context, key, arguments.bytes(2), expiresAtMillis);
        }
        if (!showsOld) {
            if (met) {
                reply.ok();
            }
            else {
                reply.nil();
            }
        }
    }

    private static boolean readsOldValue(Arguments arguments)
    {
        for (int index = 3; index < arguments.count(); index++) {
            if ((StringOptions.option(arguments, index) & (StringOptions.GET | StringOptions.COMPARISONS)) != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMet(long options, Arguments arguments, StringView old)
    {
        if (StringOptions.has(options, StringOptions.COMPARISONS)) {
            return StringOptions.isMet(options, arguments, old);
        }
        return !StringOptions.has(options, StringOptions.NX | StringOptions.XX)
                || old.exists() == StringOptions.has(options, StringOptions.XX);
    }

    /**
     * Stores a string, tells the listeners, and states what it did as a plain {@code SET}.
     *
     * @param expiresAtMillis a time, {@link Keyspace#NEVER} or {@link Keyspace#KEEP}
     */
    static void store(CommandContext context, Bytes key, Bytes value, long expiresAtMillis)
    {
        context.keyspace().setString(key, value, expiresAtMillis);
        context.notify(KeyspaceEvent.Kind.STRING, "set", key);
        if (expiresAtMillis > 0) {
            context.notify(KeyspaceEvent.Kind.GENERIC, "expire", key);
        }
        stateSet(context.effects(), key, value, expiresAtMillis);
    }

    /** States that a key was set. */
    static void stateSet(Effects effects, Bytes key, Bytes value, long expiresAtMillis)
    {
        if (!effects.wanted()) {
            return;
        }
        effects.command("SET").argument(key).argument(value);
        if (expiresAtMillis > 0) {
            effects.argument("PXAT").argument(expiresAtMillis);
        }
        else if (expiresAtMillis == Keyspace.KEEP) {
            effects.argument("KEEPTTL");
        }
    }
}

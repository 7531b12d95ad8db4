package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeyFlag;
import io.kvns.api.Reply;
import io.kvns.api.StringView;

/**
 * {@code DELEX key [IFEQ value | IFNE value | IFDEQ digest | IFDNE digest]}: deletes a key if its value, or the digest of it as
 * {@code DIGEST} shows it, equals an argument or does not; replies 1 if it did.
 *
 * <p>Without a condition a key of any type is deleted. A missing key is never deleted, whatever the condition.
 *
 * <p>Errors, in the order they are checked: a wrong number of arguments, {@link StringErrors#DELETE_CONDITION} for an unknown condition,
 * {@link StringErrors#DIGEST_LENGTH}, and with a condition {@link io.kvns.api.StandardError#WRONG_TYPE}.
 */
final class DelExCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("delex")
            .fast()
            .arity(-2)
            .key(1, KeyAccess.of(KeyFlag.RW, KeyFlag.DELETE, KeyFlag.VARIABLE_FLAGS))
            .accessFoundBy((arguments, sink) -> sink.key(1, arguments.count() == 2 ? KeyAccess.REMOVE : KeyAccess.READ_DELETE))
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("8.4.0")
            .summary("Deletes a key if its value, or the digest of it, is as told.")
            .complexity("O(N) where N is the length of the string that is compared; O(1) without a condition.")
            .arguments(
                    ArgumentSpec.key("key"),
                    ArgumentSpec.oneOf(
                            "condition",
                            ArgumentSpec.string("ifeq-value").behind("IFEQ"),
                            ArgumentSpec.string("ifne-value").behind("IFNE"),
                            ArgumentSpec.string("ifdeq-digest").behind("IFDEQ"),
                            ArgumentSpec.string("ifdne-digest").behind("IFDNE")).optional())
            .build();

    private static final CommandError WRONG_COUNT = StringErrors.wrongArgumentCount("delex");

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Bytes key = arguments.key(1);
        boolean found = arguments.count() == 2 ? context.keyspace().exists(key) : isMet(context, arguments, key);
        if (found) {
            GetDelCommand.delete(context, key);
        }
        reply.integer(found ? 1 : 0);
    }

    private static boolean isMet(CommandContext context, Arguments arguments, Bytes key)
    {
        if (arguments.count() != 4) {
            throw WRONG_COUNT.exception();
        }
        long options = condition(arguments);
        StringView value = context.keyspace().string(key);
        return value.exists() && StringOptions.isMet(options, arguments, value);
    }

    private static long condition(Arguments arguments)
    {
        boolean known = arguments.is(2, "IFEQ") || arguments.is(2, "IFNE") || arguments.is(2, "IFDEQ") || arguments.is(2, "IFDNE");
        if (!known) {
            throw StringErrors.DELETE_CONDITION.exception();
        }
        return StringOptions.parse(arguments, 2, StringOptions.COMPARISONS);
    }
}

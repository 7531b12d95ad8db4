package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.integer;
import static io.kvns.api.ArgumentSpec.pattern;
import static io.kvns.api.ArgumentSpec.string;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.CommandSpec.Scope.SHARD_BY_SHARD;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.GlobPattern;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import org.jspecify.annotations.Nullable;

/**
 * {@code SCAN cursor [MATCH pattern] [COUNT count] [TYPE type]}: replies with the cursor to go on with, and some keys.
 *
 * <p>A scan begins with the cursor 0 and ends when the reply's cursor is 0; any other unsigned 64-bit number is a place in the
 * database too. Keys that are there all the time are seen at least once. {@code COUNT}, 10 if not given, is about how many
 * keys are looked at, not how many match. A type that nobody knows has no keys.
 *
 * <p>Errors, in the order they are checked: {@link StandardError#INVALID_CURSOR}, then as the options stand
 * {@link StandardError#NOT_AN_INTEGER} for the count, {@link StandardError#SYNTAX} for a count below 1 and all else.
 */
final class ScanCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("scan")
            .arity(-2)
            .scope(SHARD_BY_SHARD)
            .acl(KEYSPACE)
            .group(GENERIC)
            .since("2.8.0")
            .summary("Lists the keys of the database in steps.")
            .complexity("O(1) for each call, O(N) for a whole scan, N being the number of keys of the database")
            .changed("6.0.0", "Added the `TYPE` subcommand.")
            .tips("nondeterministic_output", "request_policy:special", "response_policy:special")
            .arguments(
                    integer("cursor"),
                    pattern("pattern").behind("MATCH").optional(),
                    integer("count").behind("COUNT").optional(),
                    string("type").behind("TYPE").since("6.0.0").optional())
            .build();
    private static final long DEFAULT_COUNT = 10;

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        long cursor = cursor(arguments.bytes(1));
        @Nullable GlobPattern pattern = null;
        @Nullable String typeName = null;
        long count = DEFAULT_COUNT;
        for (int index = 2; index < arguments.count(); index += 2) {
            boolean hasValue = index + 1 < arguments.count();
            if (hasValue && arguments.is(index, "COUNT")) {
                count = count(arguments, index + 1);
            }
            else if (hasValue && arguments.is(index, "MATCH")) {
                pattern = GlobPattern.over(arguments.bytes(index + 1));
            }
            else if (hasValue && arguments.is(index, "TYPE")) {
                typeName = arguments.text(index + 1);
            }
            else {
                throw StandardError.SYNTAX.exception();
            }
        }

        reply.array(2);
        long cursorMark = reply.begin();
        long keysMark = reply.begin();
        MatchingKeys matching = new MatchingKeys(context.keyspace(), pattern, typeName, reply);
        long next = context.keyspace().scan(cursor, count, matching);
        reply.end(keysMark, Reply.Aggregate.ARRAY, matching.count());
        reply.insertCursor(cursorMark, next);
    }

    private static long count(Arguments arguments, int index)
    {
        long count = arguments.integer(index);
        if (count < 1) {
            throw StandardError.SYNTAX.exception();
        }
        return count;
    }

    /** Reads an unsigned 64-bit integer in decimal digits, leading zeros allowed. */
    static long cursor(Bytes digits)
    {
        long length = digits.length();
        if (length == 0) {
            throw StandardError.INVALID_CURSOR.exception();
        }
        long cursor = 0;
        for (long offset = 0; offset < length; offset++) {
            int digit = digits.at(offset) - '0';
            if (digit < 0 || digit > 9) {
                throw StandardError.INVALID_CURSOR.exception();
            }
            long higher = cursor * 10;
            boolean overflows = Long.compareUnsigned(cursor, Long.divideUnsigned(-1, 10)) > 0
                    || Long.compareUnsigned(higher, -1 - digit) > 0;
            if (overflows) {
                throw StandardError.INVALID_CURSOR.exception();
            }
            cursor = higher + digit;
        }
        return cursor;
    }
}

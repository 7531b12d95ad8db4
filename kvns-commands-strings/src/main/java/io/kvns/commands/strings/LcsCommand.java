package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.Keyspace;
import io.kvns.api.Limits;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.StringView;
import io.kvns.api.ValueType;

/**
 * {@code LCS key1 key2 [LEN] [IDX] [MINMATCHLEN min-match-len] [WITHMATCHLEN]}: replies with the longest run of bytes that two
 * strings have in common when bytes may be left out of both; a missing key reads as an empty string.
 *
 * <p>LEN asks for the length only. IDX asks for the places: a map of {@code matches}, each one the inclusive offsets in both
 * strings, the last match first, those shorter than MINMATCHLEN left out, their lengths added by WITHMATCHLEN; and of {@code
 * len}, the whole length.
 *
 * <p>Errors, in the order they are checked: {@link StringErrors#LCS_NOT_STRINGS}, {@link StandardError#SYNTAX} and
 * {@link StandardError#NOT_AN_INTEGER}, {@link StringErrors#LCS_LENGTH_AND_INDEXES}, {@link StringErrors#LCS_TOO_LONG}. A pair of
 * strings for which the reference's table would not fit into a string is refused, though the memory used here is a small part of that.
 */
final class LcsCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("lcs")
            .arity(-3)
            .keys(1, 2, 1, KeyAccess.READ)
            .acl(STRING)
            .group(CommandGroup.STRING)
            .since("7.0.0")
            .summary("Finds the longest run of bytes that two strings have in common.")
            .complexity("O(N*M) where N and M are the lengths of the strings")
            .arguments(
                    ArgumentSpec.key("key1"),
                    ArgumentSpec.key("key2"),
                    ArgumentSpec.word("LEN").optional(),
                    ArgumentSpec.word("IDX").optional(),
                    ArgumentSpec.integer("min-match-len").behind("MINMATCHLEN").optional(),
                    ArgumentSpec.word("WITHMATCHLEN").optional())
            .build();

    private static final int CELL_BYTES = 4;
    private static final long LONGEST = 0xffff_fffeL;
    /** The longest string that may be the shorter of two: its table of places takes 32 bytes for each of its bytes. */
    private static final long MAX_ROW_BYTES = 1 << 20;

    private final Limits limits;

    LcsCommand(Limits limits)
    {
        this.limits = limits;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Keyspace keyspace = context.keyspace();
        if (!isStringOrMissing(keyspace, arguments.key(1)) || !isStringOrMissing(keyspace, arguments.key(2))) {
            throw StringErrors.LCS_NOT_STRINGS.exception();
        }

        boolean lengthOnly = false;
        boolean places = false;
        boolean withLengths = false;
        long leastLength = 0;
        for (int index = 3; index < arguments.count(); index++) {
            if (arguments.is(index, "IDX")) {
                places = true;
            }
            else if (arguments.is(index, "LEN")) {
                lengthOnly = true;
            }
            else if (arguments.is(index, "WITHMATCHLEN")) {
                withLengths = true;
            }
            else if (arguments.is(index, "MINMATCHLEN") && index + 1 < arguments.count()) {
                index++;
                leastLength = arguments.integer(index);
            }
            else {
                throw StandardError.SYNTAX.exception();
            }
        }
        if (places && lengthOnly) {
            throw StringErrors.LCS_LENGTH_AND_INDEXES.exception();
        }

        StringView first = keyspace.string(arguments.key(1));
        StringView second = keyspace.stringView().moveTo(arguments.key(2));
        checkSize(first.length(), second.length(), lengthOnly);
        if (lengthOnly) {
            reply.integer(LongestCommonSubsequence.length(first, second));
        }
        else if (places) {
            replyPlaces(LongestCommonSubsequence.of(first, second), leastLength, withLengths, reply);
        }
        else {
            reply.bulk(Bytes.copyOf(LongestCommonSubsequence.of(first, second).toByteArray()));
        }
    }

    private static boolean isStringOrMissing(Keyspace keyspace, Bytes key)
    {
        ValueType type = keyspace.type(key);
        return type == null || type == ValueType.STRING;
    }

    private void checkSize(long firstLength, long secondLength, boolean lengthOnly)
    {
        if (firstLength >= LONGEST || secondLength >= LONGEST) {
            throw StringErrors.LCS_TOO_LONG.exception();
        }
        long columns = firstLength + 1;
        long rows = secondLength + 1;
        if (columns > limits.maxStringBytes() / CELL_BYTES / rows) {
            throw StringErrors.LCS_ABOVE_LIMIT.exception();
        }
        boolean fits = Math.min(firstLength, secondLength) <= MAX_ROW_BYTES
                && (lengthOnly || firstLength * secondLength <= LongestCommonSubsequence.MAX_KEPT_CELLS);
        if (!fits) {
            throw StringErrors.LCS_NO_MEMORY.exception();
        }
    }

    private static void replyPlaces(LongestCommonSubsequence common, long leastLength, boolean withLengths, Reply reply)
    {
        reply.map(2);
        reply.bulk("matches");
        long mark = reply.begin();
        long[] count = {0};
        common.visit((firstOffset, secondOffset, length) -> {
            if (length >= leastLength) {
                count[0]++;
                reply.array(withLengths ? 3 : 2);
                replyRange(firstOffset, length, reply);
                replyRange(secondOffset, length, reply);
                if (withLengths) {
                    reply.integer(length);
                }
            }
        });
        reply.end(mark, Reply.Aggregate.ARRAY, count[0]);
        reply.bulk("len");
        reply.integer(common.length());
    }

    private static void replyRange(long offset, long length, Reply reply)
    {
        reply.array(2);
        reply.integer(offset);
        reply.integer(offset + length - 1);
    }
}

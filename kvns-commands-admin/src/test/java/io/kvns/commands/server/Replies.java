package io.kvns.commands.server;

import io.kvns.testing.ReplyValue;
import java.util.List;

/** Looks into replies. */
final class Replies
{
    private Replies() {}

    /** The value of a field of a map that came as an array. */
    static ReplyValue field(List<ReplyValue> pairs, String name)
    {
        for (int index = 0; index < pairs.size(); index += 2) {
            if (pairs.get(index).text().equals(name)) {
                return pairs.get(index + 1);
            }
        }
        throw new AssertionError("no field " + name + " in " + pairs);
    }

    /** The texts of an aggregate's elements. */
    static List<String> texts(ReplyValue reply)
    {
        return reply.elements().stream().map(ReplyValue::text).toList();
    }
}

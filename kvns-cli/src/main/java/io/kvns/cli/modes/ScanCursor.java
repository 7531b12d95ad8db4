package io.kvns.cli.modes;

import io.kvns.cli.protocol.Reply;
import io.kvns.cli.session.Session;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One walk over the keys of a database by SCAN. */
final class ScanCursor
{
    private static final byte[] START = {'0'};

    private final Session session;
    private final byte[] pattern;
    private final long count;
    private byte[] cursor = START;
    private boolean finished;

    /** A walk over keys that match a pattern, all if that is null, {@code count} at a time, as the server likes if that is 0. */
    ScanCursor(Session session, byte[] pattern, long count)
    {
        this.session = session;
        this.pattern = pattern;
        this.count = count;
    }

    boolean finished()
    {
        return finished;
    }

    /** The next keys, an aggregate; there may be none although the walk is not finished. */
    Reply next()
    {
        List<byte[]> command = new ArrayList<>();
        command.add(ascii("SCAN"));
        command.add(cursor);
        if (pattern != null) {
            command.add(ascii("MATCH"));
            command.add(pattern);
        }
        if (count > 0) {
            command.add(ascii("COUNT"));
            command.add(ascii(Long.toString(count)));
        }
        Reply reply = Replies.expectScan(session.call(command.toArray(new byte[0][])));
        cursor = reply.element(0).bytes();
        finished = cursor.length == 1 && cursor[0] == '0';
        return reply.element(1);
    }

    static byte[] ascii(String text)
    {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

package io.kvns.cli.repl;

import io.kvns.cli.protocol.Reply;
import io.kvns.cli.protocol.ReplyKind;
import io.kvns.cli.session.Session;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Commands that destroy much, or make everybody wait, with one line: the user is asked before they are sent. */
final class DangerousCommands
{
    private static final long MANY_KEYS = 10_000;
    private static final int MANY_ARGUMENTS = 1000;

    private DangerousCommands() {}

    /** What the command is going to do, for a question; null if there is nothing to ask. */
    static String consequence(byte[][] command, Session session)
    {
        String name = word(command, 0);
        String subcommand = word(command, 1);
        String server = session.address().display();
        return switch (name) {
            case "flushall" -> "deletes all keys of all databases at " + server;
            case "flushdb" -> "deletes " + keyCount(session) + " of database " + session.database() + " at " + server;
            case "swapdb" -> "exchanges two databases at " + server;
            case "shutdown" -> subcommand.equals("abort") ? null : "stops the server at " + server;
            case "debug" -> harmfulDebug(subcommand) ? "can stop, hang or damage the server at " + server : null;
            case "config" -> subcommand.equals("resetstat") ? "forgets the statistics of " + server : null;
            case "client" -> subcommand.equals("kill") ? "closes connections of other clients of " + server : null;
            case "script", "function" -> subcommand.equals("flush") ? "deletes all scripts or functions at " + server : null;
            case "keys" -> keys(session) > MANY_KEYS ? "makes everybody at " + server + " wait for all " + keyCount(session) : null;
            case "del", "unlink" -> command.length > MANY_ARGUMENTS ? "deletes " + (command.length - 1) + " keys at " + server : null;
            default -> null;
        };
    }

    private static boolean harmfulDebug(String subcommand)
    {
        return switch (subcommand) {
            case "segfault", "panic", "restart", "crash-and-recover", "oom", "reload", "loadaof", "sleep", "assert", "flushall",
                    "populate", "change-repl-id", "mallctl", "pause-cron", "leak" -> true;
            default -> false;
        };
    }

    private static String keyCount(Session session)
    {
        long count = keys(session);
        return count < 0 ? "all keys" : count + (count == 1 ? " key" : " keys");
    }

    /** How many keys the database has; negative if that cannot be asked now. */
    private static long keys(Session session)
    {
        if (!session.isConnected() || session.inTransaction()) {
            return -1;
        }
        Reply reply = session.call("DBSIZE");
        return reply == null || reply.kind() != ReplyKind.INTEGER ? -1 : reply.integer();
    }

    private static String word(byte[][] command, int index)
    {
        return index >= command.length ? "" : new String(command[index], StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}

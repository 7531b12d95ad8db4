package io.kvns.cli.session;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a command does to the conversation beyond its one reply. */
public final class CommandEffect
{
    private CommandEffect() {}

    /** The command's name in lower case. */
    public static String name(byte[][] command)
    {
        return lower(command[0]);
    }

    /** Whether messages follow without end: SUBSCRIBE and its kin, and MONITOR. */
    public static boolean streams(byte[][] command)
    {
        String name = name(command);
        return name.equals("monitor") ? command.length == 1 : isSubscribe(name) && command.length > 1;
    }

    /** Whether the command subscribes to something. */
    public static boolean isSubscribe(String name)
    {
        return name.equals("subscribe") || name.equals("psubscribe") || name.equals("ssubscribe");
    }

    /** Whether the reply of the command is a message for each subscription that ends, which RESP3 sends as pushes. */
    static boolean isUnsubscribe(String name)
    {
        return name.equals("unsubscribe") || name.equals("punsubscribe") || name.equals("sunsubscribe");
    }

    /** Whether the reply is a stream of bytes that no client but a replica understands. */
    public static boolean isReplication(String name)
    {
        return name.equals("sync") || name.equals("psync");
    }

    static boolean is(byte[][] command, int index, String word)
    {
        return command.length > index && lower(command[index]).equals(word);
    }

    static String lower(byte[] word)
    {
        return new String(word, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}

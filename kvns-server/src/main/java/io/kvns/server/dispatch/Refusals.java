package io.kvns.server.dispatch;

import io.kvns.server.protocol.RequestArguments;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The texts with which requests are refused before any command is executed. */
final class Refusals
{
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_ARGUMENTS = 128;

    private Refusals()
    {
    }

    static String unknownCommand(RequestArguments arguments)
    {
        StringBuilder text = new StringBuilder("ERR unknown command '").append(head(arguments, 0, LONGEST_NAME))
                .append("', with args beginning with: ");
        int shown = 0;
        for (int index = 1; index < arguments.count() && shown < LONGEST_ARGUMENTS; index++) {
            String argument = "'" + head(arguments, index, LONGEST_ARGUMENTS - shown) + "' ";
            shown += argument.length();
            text.append(argument);
        }
        return text.toString();
    }

    static String unknownSubcommand(RequestArguments arguments, RegisteredCommand container)
    {
        return "ERR unknown subcommand '" + head(arguments, 1, LONGEST_NAME) + "'. Try "
                + container.spec.name().toUpperCase(Locale.ROOT) + " HELP.";
    }

    static String wrongArity(RegisteredCommand command)
    {
        return "ERR wrong number of arguments for '" + command.fullName + "' command";
    }

    /** The first bytes of an argument, up to a NUL; one character a byte, as they go out again. */
    private static String head(RequestArguments arguments, int index, int most)
    {
        int length = (int) Math.min(arguments.bytes(index).length(), most);
        byte[] bytes = new byte[length];
        arguments.bytes(index).copyTo(0, bytes, 0, length);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}

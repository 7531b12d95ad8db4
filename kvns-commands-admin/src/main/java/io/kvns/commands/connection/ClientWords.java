package io.kvns.commands.connection;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.CommandError;
import io.kvns.api.CommandException;
import io.kvns.api.StandardError;
import io.kvns.api.admin.ConnectedClient;
import org.jspecify.annotations.Nullable;

/** Words that clients use about clients, and what is wrong with them. */
final class ClientWords
{
    private static final CommandError BAD_NAME = CommandError.of("ERR Client names cannot contain spaces, newlines or special characters.");

    private ClientWords() {}

    /** Whether a text may stand in {@code CLIENT LIST}: printable ASCII without blanks. */
    static boolean isPlain(Bytes text)
    {
        for (long offset = 0; offset < text.length(); offset++) {
            byte letter = text.at(offset);
            if (letter < '!' || letter > '~') {
                return false;
            }
        }
        return true;
    }

    /** Throws if clients must not be called so. */
    static void checkName(Bytes name)
    {
        if (!isPlain(name)) {
            throw BAD_NAME.exception();
        }
    }

    /** What is thrown when there are more arguments than a subcommand takes. */
    static CommandException tooMany(Arguments arguments)
    {
        return new CommandException(
                "ERR unknown subcommand or wrong number of arguments for '" + arguments.text(1) + "'. Try CLIENT HELP.");
    }

    /** Reads {@code ON} or {@code OFF}. */
    static boolean readOnOrOff(Arguments arguments, int index)
    {
        if (arguments.is(index, "ON")) {
            return true;
        }
        if (arguments.is(index, "OFF")) {
            return false;
        }
        throw StandardError.SYNTAX.exception();
    }

    /** Reads a kind of clients. */
    static ConnectedClient.Kind readKind(Arguments arguments, int index)
    {
        ConnectedClient.Kind kind = kindOf(arguments, index);
        if (kind == null) {
            throw new CommandException("ERR Unknown client type '" + arguments.text(index) + "'");
        }
        return kind;
    }

    private static ConnectedClient.@Nullable Kind kindOf(Arguments arguments, int index)
    {
        if (arguments.is(index, "SLAVE")) {
            return ConnectedClient.Kind.REPLICA;
        }
        for (ConnectedClient.Kind kind : ConnectedClient.Kind.values()) {
            if (arguments.is(index, kind.name())) {
                return kind;
            }
        }
        return null;
    }
}

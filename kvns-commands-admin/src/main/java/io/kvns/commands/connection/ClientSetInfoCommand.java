package io.kvns.commands.connection;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandException;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.ClientControl;
import io.kvns.api.admin.ConnectedClient;

/**
 * {@code CLIENT SETINFO LIB-NAME name | LIB-VER version}: notes which library the client uses, for {@code CLIENT LIST}.
 *
 * <p>Errors, in the order they are checked: an unknown attribute; a value with anything but printable ASCII characters, or with blanks.
 */
final class ClientSetInfoCommand
        implements Command
{
    private static final CommandSpec SPEC = ClientCommands.own("setinfo")
            .arity(4)
            .since("7.2.0")
            .summary("Notes which library the client uses.")
            .arguments(ArgumentSpec.oneOf("attr",
                    ArgumentSpec.string("libname").behind("LIB-NAME"),
                    ArgumentSpec.string("libver").behind("LIB-VER")))
            .build();

    private final ClientControl clients;

    ClientSetInfoCommand(ClientControl clients)
    {
        this.clients = clients;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        boolean isName = arguments.is(2, "LIB-NAME");
        if (!isName && !arguments.is(2, "LIB-VER")) {
            throw new CommandException("ERR Unrecognized option '" + arguments.text(2) + "'");
        }
        if (!ClientWords.isPlain(arguments.bytes(3))) {
            throw new CommandException("ERR " + arguments.text(2) + " cannot contain spaces, newlines or special characters.");
        }
        ConnectedClient client = clients.of(context.client());
        if (isName) {
            client.libraryName(arguments.text(3));
        }
        else {
            client.libraryVersion(arguments.text(3));
        }
        reply.ok();
    }
}

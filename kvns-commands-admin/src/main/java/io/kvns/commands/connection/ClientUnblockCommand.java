package io.kvns.commands.connection;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.admin.ClientControl;

/**
 * {@code CLIENT UNBLOCK client-id [TIMEOUT | ERROR]}: ends the waiting of a client as if its time were up, or with an error.
 * Replies with 1, or with 0 if there is no such client or it does not wait.
 *
 * <p>Errors, in the order they are checked: too many arguments; another reason; {@link StandardError#NOT_AN_INTEGER}.
 */
final class ClientUnblockCommand
        implements Command
{
    private static final CommandError BAD_REASON = CommandError.of("ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR");

    private static final CommandSpec SPEC = ClientCommands.administrative("unblock")
            .arity(-3)
            .since("5.0.0")
            .summary("Ends the waiting of a client in a blocking command.")
            .complexity("O(log N), N being the connections")
            .arguments(
                    ArgumentSpec.integer("client-id"),
                    ArgumentSpec.oneOf("unblock-type", ArgumentSpec.word("TIMEOUT"), ArgumentSpec.word("ERROR")).optional())
            .build();

    private final ClientControl clients;

    ClientUnblockCommand(ClientControl clients)
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
        if (arguments.count() > 4) {
            throw ClientWords.tooMany(arguments);
        }
        boolean withError = arguments.count() == 4 && arguments.is(3, "ERROR");
        if (arguments.count() == 4 && !withError && !arguments.is(3, "TIMEOUT")) {
            throw BAD_REASON.exception();
        }
        reply.integer(clients.unblock(arguments.integer(2), withError) ? 1 : 0);
    }
}

package io.kvns.commands.connection;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.admin.ClientControl;
import io.kvns.api.admin.ConnectedClient;

/**
 * {@code CLIENT REPLY ON | OFF | SKIP}: says whether the client gets replies. OFF and SKIP have none themselves; SKIP leaves out
 * that of the next command too.
 *
 * <p>Error: {@link StandardError#SYNTAX} for another word.
 */
final class ClientReplyCommand
        implements Command
{
    private static final CommandSpec SPEC = ClientCommands.own("reply")
            .arity(3)
            .since("3.2.0")
            .summary("Says whether the server replies to the connection's commands.")
            .arguments(ArgumentSpec.oneOf("action", ArgumentSpec.word("ON"), ArgumentSpec.word("OFF"), ArgumentSpec.word("SKIP")))
            .build();

    private final ClientControl clients;

    ClientReplyCommand(ClientControl clients)
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
        ConnectedClient client = clients.of(context.client());
        if (arguments.is(2, "ON")) {
            client.repliesOn();
        }
        else if (arguments.is(2, "OFF")) {
            client.repliesOff();
        }
        else if (arguments.is(2, "SKIP")) {
            client.skipNextReply();
        }
        else {
            throw StandardError.SYNTAX.exception();
        }
        // Written in any case: the connection discards what is not to be sent.
        reply.ok();
    }
}

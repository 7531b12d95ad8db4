package io.kvns.commands.connection;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Client;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.Authentication;
import io.kvns.api.admin.ClientControl;
import io.kvns.api.admin.ConnectedClient;

/**
 * {@code CLIENT KILL address}: closes the one client that connected from there;
 * {@code CLIENT KILL filter value [filter value ...]}: closes the clients that pass all filters and replies with their number. The
 * client itself is spared unless {@code SKIPME NO} says otherwise; it gets its reply before it is closed.
 *
 * <p>Errors: those of {@link ClientFilter}; {@code No such client} for an address from which nobody connected.
 */
final class ClientKillCommand
        implements Command
{
    private static final CommandError NO_SUCH_CLIENT = CommandError.of("ERR No such client");

    private static final CommandSpec SPEC = ClientCommands.administrative("kill")
            .arity(-3)
            .since("2.4.0")
            .changed("2.8.12", "Filters, `ID` among them.")
            .changed("3.2.0", "The type `master`.")
            .changed("5.0.0", "The type `slave` is called `replica` too.")
            .changed("6.2.0", "The filter `LADDR`.")
            .changed("7.4.0", "The filter `MAXAGE`.")
            .summary("Closes connections.")
            .complexity("O(N), N being the connections")
            .arguments(ArgumentSpec.oneOf("filter",
                    ArgumentSpec.string("old-format"),
                    ArgumentSpec.oneOf("new-format",
                            ArgumentSpec.integer("client-id").behind("ID").optional().since("2.8.12"),
                            ArgumentSpec.oneOf("client-type",
                                    ArgumentSpec.word("NORMAL"),
                                    ArgumentSpec.word("MASTER"),
                                    ArgumentSpec.word("SLAVE"),
                                    ArgumentSpec.word("REPLICA"),
                                    ArgumentSpec.word("PUBSUB")).behind("TYPE").optional().since("2.8.12"),
                            ArgumentSpec.string("username").behind("USER").optional(),
                            ArgumentSpec.string("ip:port").behind("ADDR").optional(),
                            ArgumentSpec.string("ip:port").behind("LADDR").optional().since("6.2.0"),
                            ArgumentSpec.oneOf("yes/no", ArgumentSpec.word("YES"), ArgumentSpec.word("NO")).behind("SKIPME").optional(),
                            ArgumentSpec.integer("maxage").behind("MAXAGE").optional().since("7.4.0")).multiple()))
            .build();

    private final ClientControl clients;
    private final Authentication authentication;

    ClientKillCommand(ClientControl clients, Authentication authentication)
    {
        this.clients = clients;
        this.authentication = authentication;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        if (arguments.count() == 3) {
            killByAddress(context.client(), arguments.text(2));
            reply.ok();
            return;
        }
        ClientFilter filter = ClientFilter.ofKill(arguments, authentication);
        long killed = 0;
        for (ConnectedClient client : clients.all()) {
            if (filter.accepts(client, context.client(), context.nowMillis())) {
                kill(client, context.client());
                killed++;
            }
        }
        reply.integer(killed);
    }

    private void killByAddress(Client caller, String address)
    {
        for (ConnectedClient client : clients.all()) {
            if (client.address().equals(address)) {
                kill(client, caller);
                return;
            }
        }
        throw NO_SUCH_CLIENT.exception();
    }

    private void kill(ConnectedClient client, Client caller)
    {
        if (client.id() == caller.id()) {
            clients.of(caller).closeAfterReply();
        }
        else {
            clients.kill(client);
        }
    }
}

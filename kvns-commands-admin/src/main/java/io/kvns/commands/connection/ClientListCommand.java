package io.kvns.commands.connection;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.Authentication;
import io.kvns.api.admin.ClientControl;
import io.kvns.api.admin.ConnectedClient;

/**
 * {@code CLIENT LIST [TYPE type] [ID id [id ...]] [USER username] [ADDR address] [LADDR address] [SKIPME YES | NO] [MAXAGE seconds]}:
 * describes the clients that pass all filters, a line each, in the order in which they connected.
 *
 * <p>Errors: those of {@link ClientFilter}.
 */
final class ClientListCommand
        implements Command
{
    private static final CommandSpec SPEC = ClientCommands.administrative("list")
            .arity(-2)
            .since("2.4.0")
            .changed("2.8.12", "The field `id`.")
            .changed("5.0.0", "The filter `TYPE`.")
            .changed("6.0.0", "The field `user`.")
            .changed("6.2.0", "The fields `argv-mem`, `tot-mem`, `laddr` and `redir`, and the filter `ID`.")
            .changed("7.0.0", "The fields `resp`, `multi-mem`, `rbs` and `rbp`.")
            .changed("7.0.3", "The field `ssub`.")
            .changed("7.2.0", "The fields `lib-name` and `lib-ver`.")
            .summary("Describes the connections.")
            .complexity("O(N), N being the connections")
            .tips("nondeterministic_output")
            .arguments(
                    ArgumentSpec.oneOf("client-type",
                    ArgumentSpec.word("NORMAL"),
                    ArgumentSpec.word("MASTER"),
                    ArgumentSpec.word("REPLICA"),
                    ArgumentSpec.word("PUBSUB")).behind("TYPE").optional().since("5.0.0"),
                    ArgumentSpec.integer("client-id").multiple().behind("ID").optional().since("6.2.0"),
                    ArgumentSpec.string("username").behind("USER").optional(),
                    ArgumentSpec.string("ip:port").behind("ADDR").optional(),
                    ArgumentSpec.string("ip:port").behind("LADDR").optional(),
                    ArgumentSpec.oneOf("yes/no", ArgumentSpec.word("YES"), ArgumentSpec.word("NO")).behind("SKIPME").optional(),
                    ArgumentSpec.integer("maxage").behind("MAXAGE").optional())
            .build();

    private final ClientControl clients;
    private final Authentication authentication;

    ClientListCommand(ClientControl clients, Authentication authentication)
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
        ClientFilter filter = ClientFilter.ofList(arguments, authentication);
        StringBuilder lines = new StringBuilder();
        for (ConnectedClient client : clients.all()) {
            if (filter.accepts(client, context.client(), context.nowMillis())) {
                lines.append(clients.describe(client, context.nowMillis())).append('\n');
            }
        }
        reply.verbatim(lines.toString());
    }
}

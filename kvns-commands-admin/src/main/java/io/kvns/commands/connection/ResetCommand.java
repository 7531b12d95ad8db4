package io.kvns.commands.connection;

import io.kvns.api.AclCategory;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.Authentication;
import io.kvns.api.admin.ClientControl;
import io.kvns.api.admin.ConnectedClient;

/**
 * {@code RESET}: makes the connection what it was when it was new: RESP2, database 0, no name, no modes, and authenticated only if that
 * needs no password.
 */
final class ResetCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.other("reset")
            .arity(1)
            .fast()
            .flags(CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE, CommandFlag.NO_AUTH, CommandFlag.ALLOW_BUSY)
            .acl(AclCategory.CONNECTION)
            .group(CommandGroup.CONNECTION)
            .since("6.2.0")
            .summary("Makes the connection what it was when it was new.")
            .complexity("O(1)")
            .build();

    private final ClientControl clients;
    private final Authentication authentication;

    ResetCommand(ClientControl clients, Authentication authentication)
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
        ConnectedClient client = clients.of(context.client());
        client.reset();
        authentication.forget(client);
        reply.simple("RESET");
    }
}

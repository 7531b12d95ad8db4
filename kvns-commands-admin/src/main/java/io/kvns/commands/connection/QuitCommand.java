package io.kvns.commands.connection;

import io.kvns.api.AclCategory;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.ClientControl;

/** {@code QUIT}: replies with OK and closes the connection; requests behind it are not executed. Arguments are ignored. */
final class QuitCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.other("quit")
            .arity(-1)
            .fast()
            .flags(CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE, CommandFlag.NO_AUTH, CommandFlag.ALLOW_BUSY)
            .acl(AclCategory.CONNECTION)
            .group(CommandGroup.CONNECTION)
            .since("1.0.0")
            .summary("Closes the connection.")
            .complexity("O(1)")
            .deprecated("7.2.0", "just closing the connection")
            .build();

    private final ClientControl clients;

    QuitCommand(ClientControl clients)
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
        clients.of(context.client()).closeAfterReply();
        reply.ok();
    }
}

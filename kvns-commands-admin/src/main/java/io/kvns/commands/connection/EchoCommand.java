package io.kvns.commands.connection;

import io.kvns.api.AclCategory;
import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;

/** {@code ECHO message}: replies with the message. */
final class EchoCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.other("echo")
            .arity(2)
            .fast()
            .flags(CommandFlag.LOADING, CommandFlag.STALE)
            .acl(AclCategory.CONNECTION)
            .group(CommandGroup.CONNECTION)
            .since("1.0.0")
            .summary("Replies with the given message.")
            .complexity("O(1)")
            .arguments(ArgumentSpec.string("message"))
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.bulk(arguments.bytes(1));
    }
}

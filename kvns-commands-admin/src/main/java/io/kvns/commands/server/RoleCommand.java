package io.kvns.commands.server;

import static io.kvns.api.AclCategory.ADMIN;
import static io.kvns.api.AclCategory.DANGEROUS;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.ReplicationState;

/** {@code ROLE}: replies with the word {@code master}, the offset in the stream of changes, and the replicas that follow it. */
record RoleCommand(ReplicationState replication)
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.other("role")
            .group(CommandGroup.SERVER)
            .arity(1)
            .flags(CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE)
            .fast()
            .acl(ADMIN, DANGEROUS)
            .since("2.8.12")
            .summary("Tells the part that the server plays in replication.")
            .complexity("O(1)")
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.array(3);
        reply.bulk("master");
        reply.integer(replication.offset());
        // Nobody can follow this server yet: there is no PSYNC.
        reply.array(0);
    }
}

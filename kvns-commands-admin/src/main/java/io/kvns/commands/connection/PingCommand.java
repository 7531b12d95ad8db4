package io.kvns.commands.connection;

import io.kvns.api.AclCategory;
import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;

/**
 * {@code PING [message]}: replies with {@code PONG}, or with the message.
 *
 * <p>Error: the wrong number of arguments.
 */
final class PingCommand
        implements Command
{
    private static final CommandError WRONG_ARITY = CommandError.of("ERR wrong number of arguments for 'ping' command");

    private static final CommandSpec SPEC = CommandSpec.other("ping")
            .arity(-1)
            .fast()
            .acl(AclCategory.CONNECTION)
            .group(CommandGroup.CONNECTION)
            .since("1.0.0")
            .summary("Tells whether the server is alive.")
            .complexity("O(1)")
            .tips("request_policy:all_shards", "response_policy:all_succeeded")
            .arguments(ArgumentSpec.string("message").optional())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        switch (arguments.count()) {
            case 1 -> reply.simple("PONG");
            case 2 -> reply.bulk(arguments.bytes(1));
            default -> throw WRONG_ARITY.exception();
        }
    }
}

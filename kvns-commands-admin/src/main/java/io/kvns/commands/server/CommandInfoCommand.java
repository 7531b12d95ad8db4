package io.kvns.commands.server;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.CommandCatalog;
import io.kvns.api.admin.CommandDescription;

/**
 * {@code COMMAND INFO [command-name ...]}: replies with arity, flags, places of keys and ACL categories of each named command, null
 * for one that does not exist; of all commands without a name. A subcommand's name is {@code container|name}.
 */
record CommandInfoCommand(CommandCatalog catalog)
        implements Command
{
    private static final CommandSpec SPEC = CommandCommand.spec("info")
            .arity(-2)
            .since("2.8.13")
            .summary("Describes some or all commands to clients.")
            .complexity("O(N), N being the number of commands to describe")
            .changed("7.0.0", "Without a name, all commands are described.")
            .tips("nondeterministic_output_order")
            .arguments(ArgumentSpec.string("command-name").optional().multiple())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        if (arguments.count() == 2) {
            CommandCommand.writeAll(catalog, reply);
            return;
        }
        reply.array(arguments.count() - 2);
        for (int index = 2; index < arguments.count(); index++) {
            CommandDescription command = catalog.find(arguments.text(index));
            if (command == null) {
                reply.nil();
            }
            else {
                CommandInfoReply.write(reply, command);
            }
        }
    }
}

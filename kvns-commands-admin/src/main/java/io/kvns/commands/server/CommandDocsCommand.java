package io.kvns.commands.server;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.CommandCatalog;
import io.kvns.api.admin.CommandDescription;
import java.util.List;

/**
 * {@code COMMAND DOCS [command-name ...]}: replies with a map from names to summary, grammar and history of each named command that
 * exists; of all commands without a name.
 */
record CommandDocsCommand(CommandCatalog catalog)
        implements Command
{
    private static final CommandSpec SPEC = CommandCommand.spec("docs")
            .arity(-2)
            .since("7.0.0")
            .summary("Documents some or all commands.")
            .complexity("O(N), N being the number of commands to document")
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
            List<CommandDescription> commands = catalog.commands();
            reply.map(commands.size());
            for (CommandDescription command : commands) {
                CommandDocsReply.write(reply, command);
            }
            return;
        }
        long mark = reply.begin();
        int count = 0;
        for (int index = 2; index < arguments.count(); index++) {
            CommandDescription command = catalog.find(arguments.text(index));
            if (command != null) {
                CommandDocsReply.write(reply, command);
                count++;
            }
        }
        reply.end(mark, Reply.Aggregate.MAP, count);
    }
}

package io.kvns.commands.server;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.SlowCommands;
import java.util.List;

/**
 * {@code SLOWLOG GET [count]}: replies with the newest slow commands, 10 without a count, all with -1; each as number, time in
 * seconds, duration in microseconds, arguments, the client's address and name.
 */
record SlowLogGetCommand(SlowCommands log)
        implements Command
{
    private static final CommandError BAD_COUNT = CommandError.of("ERR count should be greater than or equal to -1");
    private static final long DEFAULT_COUNT = 10;
    private static final int ELEMENTS = 6;
    private static final CommandSpec SPEC = SlowLog.spec("get")
            .arity(-2)
            .since("2.2.12")
            .summary("Shows the newest commands of the slow log.")
            .complexity("O(N), N being the number of commands shown")
            .changed("4.0.0", "The client's address and name are shown.")
            .tips("request_policy:all_nodes", "nondeterministic_output")
            .arguments(ArgumentSpec.integer("count").optional())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        if (arguments.count() > 3) {
            throw Misuse.of(arguments);
        }
        long count = arguments.count() == 3 ? arguments.integer(2, -1, Long.MAX_VALUE, BAD_COUNT) : DEFAULT_COUNT;
        List<SlowCommands.SlowCommand> commands = log.newest(count < 0 ? Long.MAX_VALUE : count);
        reply.array(commands.size());
        for (SlowCommands.SlowCommand command : commands) {
            write(reply, command);
        }
    }

    private static void write(Reply reply, SlowCommands.SlowCommand command)
    {
        reply.array(ELEMENTS);
        reply.integer(command.id());
        reply.integer(command.unixSeconds());
        reply.integer(command.micros());
        reply.array(command.arguments().size());
        for (Bytes argument : command.arguments()) {
            reply.bulk(argument);
        }
        reply.bulk(command.clientAddress());
        reply.bulk(command.clientName());
    }
}

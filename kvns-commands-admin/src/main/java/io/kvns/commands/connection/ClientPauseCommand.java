package io.kvns.commands.connection;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.admin.ClientControl;
import io.kvns.api.admin.ClientControl.Pause;

/**
 * {@code CLIENT PAUSE timeout [WRITE | ALL]}: lets the commands of all clients wait for some milliseconds, or only those that
 * change the data set. A pause that is there already is never shortened or weakened.
 *
 * <p>Errors, in the order they are checked: too many arguments; another mode; a timeout that is no integer, is negative or lies too
 * far ahead.
 */
final class ClientPauseCommand
        implements Command
{
    private static final CommandError BAD_MODE = CommandError.of("ERR CLIENT PAUSE mode must be WRITE or ALL");
    private static final CommandError OUT_OF_RANGE = CommandError.of("ERR timeout is out of range");

    private static final CommandSpec SPEC = ClientCommands.administrative("pause")
            .arity(-3)
            .since("2.9.50")
            .changed("6.2.0", "The mode `WRITE`.")
            .summary("Lets the commands of all clients wait for some time.")
            .arguments(
                    ArgumentSpec.integer("timeout"),
                    ArgumentSpec.oneOf("mode", ArgumentSpec.word("WRITE"), ArgumentSpec.word("ALL")).optional().since("6.2.0"))
            .build();

    private final ClientControl clients;

    ClientPauseCommand(ClientControl clients)
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
        if (arguments.count() > 4) {
            throw ClientWords.tooMany(arguments);
        }
        Pause pause = Pause.ALL;
        if (arguments.count() == 4 && arguments.is(3, "WRITE")) {
            pause = Pause.WRITES;
        }
        else if (arguments.count() == 4 && !arguments.is(3, "ALL")) {
            throw BAD_MODE.exception();
        }
        long millis = arguments.integer(2, Long.MIN_VALUE, Long.MAX_VALUE, StandardError.TIMEOUT_NOT_AN_INTEGER);
        if (millis < 0) {
            throw StandardError.TIMEOUT_NEGATIVE.exception();
        }
        if (millis > Long.MAX_VALUE - context.nowMillis()) {
            throw OUT_OF_RANGE.exception();
        }
        clients.pause(pause, context.nowMillis() + millis);
        reply.ok();
    }
}

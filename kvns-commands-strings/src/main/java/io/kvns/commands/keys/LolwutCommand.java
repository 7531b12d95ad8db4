package io.kvns.commands.keys;

import static io.kvns.api.ArgumentSpec.integer;
import static io.kvns.api.CommandGroup.SERVER;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;

/**
 * {@code LOLWUT [VERSION version] [parameter ...]}: replies with a drawing, and the server's version.
 *
 * <p>Version 5 is a {@link SchotterDrawing}, version 6 a {@link SkylineDrawing}, any other a {@link LabyrinthDrawing}. Parameters
 * are moved into the bounds of the drawing; those it does not have are ignored.
 *
 * <p>Errors: {@link StandardError#NOT_AN_INTEGER} for the version, then for the parameters the drawing has.
 */
final class LolwutCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("lolwut")
            .arity(-1)
            .fast()
            .group(SERVER)
            .since("5.0.0")
            .summary("Shows computer art and the server's version.")
            .complexity("O(N), N being the characters of the drawing")
            .arguments(
                    integer("version").behind("VERSION").optional(),
                    integer("parameter").optional().multiple())
            .build();
    private static final int NEWEST = 7;

    private final String serverVersion;

    LolwutCommand(String serverVersion)
    {
        this.serverVersion = serverVersion;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        boolean versioned = arguments.count() > 2 && arguments.is(1, "VERSION");
        Drawing drawing = drawing(versioned ? arguments.integer(2) : NEWEST);
        int[] parameters = parameters(drawing, arguments, versioned ? 3 : 1);
        StringBuilder text = new StringBuilder();
        drawing.draw(parameters, context.random(), text);
        text.append("\nkvns ver. ").append(serverVersion).append('\n');
        reply.verbatim(text.toString());
    }

    private static Drawing drawing(long version)
    {
        if (version == 5) {
            return new SchotterDrawing();
        }
        if (version == 6) {
            return new SkylineDrawing();
        }
        return new LabyrinthDrawing();
    }

    private static int[] parameters(Drawing drawing, Arguments arguments, int first)
    {
        int[] parameters = drawing.defaults();
        int[] greatest = drawing.greatest();
        for (int index = 0; index < parameters.length && first + index < arguments.count(); index++) {
            parameters[index] = Math.clamp(arguments.integer(first + index), 1, greatest[index]);
        }
        return parameters;
    }
}

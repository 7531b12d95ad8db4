package io.kvns.commands.strings;

import static io.kvns.api.AclCategory.STRING;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.Reply;

/**
 * {@code SETEX key seconds value} and {@code PSETEX key milliseconds value}: stores a string that expires, whatever the key held.
 *
 * <p>Errors: {@link io.kvns.api.StandardError#NOT_AN_INTEGER} for the time, then an invalid time if it is not positive or too far away.
 */
final class SetExCommand
        implements Command
{
    private final CommandSpec spec;
    private final boolean seconds;
    private final CommandError invalidExpireTime;

    private SetExCommand(CommandSpec spec, boolean seconds)
    {
        this.spec = spec;
        this.seconds = seconds;
        this.invalidExpireTime = StringErrors.invalidExpireTime(spec.name());
    }

    /** {@code SETEX}. */
    static SetExCommand ofSeconds()
    {
        return new SetExCommand(spec("setex", "seconds", "2.0.0", "EX"), true);
    }

    /** {@code PSETEX}. */
    static SetExCommand ofMilliseconds()
    {
        return new SetExCommand(spec("psetex", "milliseconds", "2.6.0", "PX"), false);
    }

    private static CommandSpec spec(String name, String unit, String since, String option)
    {
        return CommandSpec.writing(name)
                .denyOom()
                .arity(4)
                .key(1, KeyAccess.OVERWRITE)
                .acl(STRING)
                .group(CommandGroup.STRING)
                .since(since)
                .summary("Stores a string together with its time to live in " + unit + ".")
                .complexity("O(1)")
                .deprecated("2.6.12", "`SET` with the `" + option + "` argument")
                .arguments(ArgumentSpec.key("key"), ArgumentSpec.integer(unit), ArgumentSpec.string("value"))
                .build();
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        long expiresAtMillis = StringOptions.expiresAtMillis(arguments.integer(2), seconds, true, context.nowMillis(), invalidExpireTime);
        SetCommand.store(context, arguments.key(1), arguments.bytes(3), expiresAtMillis);
        reply.ok();
    }
}

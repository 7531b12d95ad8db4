package io.kvns.commands.config;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandException;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.admin.ConfigurationControl;
import io.kvns.api.admin.ConfigurationControl.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code CONFIG SET parameter value [parameter value ...]}: gives settings new values, all of them or none.
 *
 * <p>Errors, in the order they are checked: {@link StandardError#SYNTAX} for a name without a value; then, in the order of the
 * parameters, an unknown name, a setting that cannot be changed, one that stands twice, also by an alias; then values that are refused;
 * then what the server cannot take over. Nothing has changed after an error.
 */
final class ConfigSetCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.other("set")
            .arity(-4)
            .flags(CommandFlag.ADMIN, CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE)
            .group(CommandGroup.SERVER)
            .since("2.0.0")
            .changed("7.0.0", "Several parameters may be given.")
            .summary("Gives settings new values.")
            .complexity("O(N), N being the parameters")
            .tips("request_policy:all_nodes", "response_policy:all_succeeded")
            .arguments(ArgumentSpec.block("data", ArgumentSpec.string("parameter"), ArgumentSpec.string("value")).multiple())
            .build();

    private final ConfigurationControl configuration;

    ConfigSetCommand(ConfigurationControl configuration)
    {
        this.configuration = configuration;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        if (arguments.count() % 2 != 0) {
            throw StandardError.SYNTAX.exception();
        }
        List<Change> changes = new ArrayList<>();
        for (int index = 2; index < arguments.count(); index += 2) {
            String name = arguments.text(index);
            changes.add(new Change(name, text(name, arguments.bytes(index + 1))));
        }
        configuration.set(changes, isOnThisMachine(context.client().address()));
        reply.ok();
    }

    /** The value as text. Values are kept as text, so bytes that are none would come back as others. */
    private static String text(String name, Bytes value)
    {
        String text = value.toText();
        if (!Bytes.of(text).contentEquals(value)) {
            throw new CommandException(
                    "ERR CONFIG SET failed (possibly related to argument '" + name + "') - argument must be UTF-8");
        }
        return text;
    }

    /**
     * Whether an address, as {@code host:port}, is that of a client on this machine. A Unix socket's is a path; the server's own is
     * empty.
     */
    static boolean isOnThisMachine(String address)
    {
        return address.isEmpty()
                || address.startsWith("/")
                || address.startsWith("127.")
                || address.startsWith("::1:")
                || address.startsWith("[::1]:");
    }
}

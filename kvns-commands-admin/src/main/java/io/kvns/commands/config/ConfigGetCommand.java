package io.kvns.commands.config;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.GlobPattern;
import io.kvns.api.Reply;
import io.kvns.api.admin.ConfigurationControl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code CONFIG GET parameter [parameter ...]}: replies with a map of settings and their values.
 *
 * <p>A parameter is a name or a glob pattern, its case apart; a setting stands in the reply once, however many match it, and an
 * alias counts as a setting of its own. A name is shown as it was written. Names that nothing matches are left out. There are no
 * errors.
 */
final class ConfigGetCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.other("get")
            .arity(-3)
            .flags(CommandFlag.ADMIN, CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE)
            .group(CommandGroup.SERVER)
            .since("2.0.0")
            .changed("7.0.0", "Several parameters may be given.")
            .summary("Returns the values of settings.")
            .complexity("O(N), N being the parameters")
            .arguments(ArgumentSpec.string("parameter").multiple())
            .build();

    private final ConfigurationControl configuration;

    ConfigGetCommand(ConfigurationControl configuration)
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
        // The name in lower case, and as it is shown.
        Map<String, String> found = new LinkedHashMap<>();
        List<String> names = configuration.names();
        for (int index = 2; index < arguments.count(); index++) {
            Bytes parameter = arguments.bytes(index);
            GlobPattern pattern = GlobPattern.compileIgnoringCase(parameter);
            for (String name : names) {
                if (pattern.matches(name)) {
                    found.putIfAbsent(name, isName(parameter) ? parameter.toText() : name);
                }
            }
        }
        reply.map(found.size());
        for (Map.Entry<String, String> entry : found.entrySet()) {
            reply.bulk(entry.getValue());
            reply.bulk(configuration.text(entry.getKey()));
        }
    }

    private static boolean isName(Bytes parameter)
    {
        for (long offset = 0; offset < parameter.length(); offset++) {
            byte character = parameter.at(offset);
            if (character == '*' || character == '?' || character == '[') {
                return false;
            }
        }
        return true;
    }
}

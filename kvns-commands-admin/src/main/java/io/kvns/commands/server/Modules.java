package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.ContainerCommand;
import io.kvns.api.HelpCommand;
import io.kvns.api.Reply;
import io.kvns.api.admin.PluginCatalog;
import io.kvns.api.admin.PluginDescription;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code MODULE}: the container of {@code MODULE LIST}, by which clients ask what a server has beyond the usual commands. To them a
 * plugin from the {@code plugins} folder is a module; the families that ship with the server are not.
 */
final class Modules
{
    private Modules() {}

    static Command command(PluginCatalog plugins)
    {
        CommandSpec spec = CommandSpec.other("module")
                .group(CommandGroup.SERVER)
                .arity(-2)
                .since("4.0.0")
                .summary("Commands on modules.")
                .complexity("Depends on the subcommand")
                .build();
        return new ContainerCommand(spec, List.of(
                new ListCommand(plugins),
                new HelpCommand("module", CommandGroup.SERVER, "5.0.0", List.of(
                        "LIST",
                        "    Return a list of loaded modules."))));
    }

    /** {@code MODULE LIST}: replies with a map of name, version, path and arguments for each module. */
    record ListCommand(PluginCatalog plugins)
            implements Command
    {
        private static final CommandSpec SPEC = CommandSpec.other("list")
                .group(CommandGroup.SERVER)
                .arity(2)
                .flags(CommandFlag.ADMIN, CommandFlag.NOSCRIPT)
                .since("4.0.0")
                .summary("Lists the plugins that do not ship with the server.")
                .complexity("O(N), N being the number of plugins")
                .tips("nondeterministic_output_order")
                .build();

        @Override
        public CommandSpec spec()
        {
            return SPEC;
        }

        @Override
        public void execute(CommandContext context, Arguments arguments, Reply reply)
        {
            List<PluginDescription> modules = plugins.plugins().stream()
                    .filter(plugin -> !plugin.isBuiltIn())
                    .toList();
            reply.array(modules.size());
            for (PluginDescription module : modules) {
                reply.map(4);
                reply.bulk("name");
                reply.bulk(module.name());
                reply.bulk("ver");
                reply.integer(versionNumber(module.version()));
                reply.bulk("path");
                reply.bulk(module.jar());
                reply.bulk("args");
                reply.array(0);
            }
        }
    }

    /** A version as modules have it, two digits for each part: 20103 for 2.1.3, 0 for what is no version. */
    static long versionNumber(String version)
    {
        Matcher parts = Pattern.compile("([0-9]{1,6})(?:\\.([0-9]{1,2}))?(?:\\.([0-9]{1,2}))?.*").matcher(version);
        if (!parts.matches()) {
            return 0;
        }
        return part(parts, 1) * 10_000 + part(parts, 2) * 100 + part(parts, 3);
    }

    private static long part(Matcher parts, int group)
    {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }
}

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

/** {@code PLUGIN}: the container of {@code PLUGIN LIST}; a command of kvns's own. */
final class Plugins
{
    private static final String SINCE = "7.2.4";

    private Plugins() {}

    static Command command(PluginCatalog plugins)
    {
        CommandSpec spec = CommandSpec.other("plugin")
                .group(CommandGroup.SERVER)
                .arity(-2)
                .since(SINCE)
                .summary("Commands on plugins.")
                .complexity("Depends on the subcommand")
                .build();
        return new ContainerCommand(spec, List.of(
                new ListCommand(plugins),
                new HelpCommand("plugin", CommandGroup.SERVER, SINCE, List.of(
                        "LIST",
                        "    Return a list of all plugins: name, version, jar, commands, types, settings."))));
    }

    /** {@code PLUGIN LIST}: replies with a map for each plugin; the jar of one that ships with the server is null. */
    record ListCommand(PluginCatalog plugins)
            implements Command
    {
        private static final int FIELDS = 6;
        private static final CommandSpec SPEC = CommandSpec.other("list")
                .group(CommandGroup.SERVER)
                .arity(2)
                .flags(CommandFlag.ADMIN, CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE)
                .since(SINCE)
                .summary("Lists all plugins and what they brought.")
                .complexity("O(N), N being the number of commands of all plugins")
                .build();

        @Override
        public CommandSpec spec()
        {
            return SPEC;
        }

        @Override
        public void execute(CommandContext context, Arguments arguments, Reply reply)
        {
            reply.array(plugins.plugins().size());
            for (PluginDescription plugin : plugins.plugins()) {
                reply.map(FIELDS);
                reply.bulk("name");
                reply.bulk(plugin.name());
                reply.bulk("version");
                reply.bulk(plugin.version());
                reply.bulk("jar");
                if (plugin.isBuiltIn()) {
                    reply.nil();
                }
                else {
                    reply.bulk(plugin.jar());
                }
                write(reply, "commands", plugin.commands());
                write(reply, "types", plugin.types());
                write(reply, "settings", plugin.settings());
            }
        }

        private static void write(Reply reply, String name, List<String> words)
        {
            reply.bulk(name);
            reply.array(words.size());
            for (String word : words) {
                reply.bulk(word);
            }
        }
    }
}

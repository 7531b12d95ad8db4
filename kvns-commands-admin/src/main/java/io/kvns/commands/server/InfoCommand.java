package io.kvns.commands.server;

import static io.kvns.api.AclCategory.DANGEROUS;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.ServerInformation;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code INFO [section ...]}: replies with sections of lines {@code field:value}. Without a section, or with {@code default}, the
 * usual ones; with {@code all} or {@code everything}, all. Names of sections that do not exist are ignored.
 */
record InfoCommand(ServerInformation information)
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.other("info")
            .group(CommandGroup.SERVER)
            .arity(-1)
            .flags(CommandFlag.LOADING, CommandFlag.STALE)
            .scope(CommandSpec.Scope.SHARD_BY_SHARD)
            .acl(DANGEROUS)
            .since("1.0.0")
            .summary("Tells the state of the server and what it has counted.")
            .complexity("O(1)")
            .changed("7.0.0", "Several sections may be asked for at once.")
            .tips("nondeterministic_output", "request_policy:all_shards", "response_policy:special")
            .arguments(ArgumentSpec.string("section").optional().multiple())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Predicate<ServerInformation.Section> wanted = wanted(arguments);
        Text text = new Text();
        for (ServerInformation.Section section : information.sections()) {
            if (wanted.test(section)) {
                text.begin(section.title());
                section.write(text);
            }
        }
        reply.verbatim(text.toString());
    }

    private static Predicate<ServerInformation.Section> wanted(Arguments arguments)
    {
        Set<String> names = new HashSet<>();
        for (int index = 1; index < arguments.count(); index++) {
            names.add(arguments.text(index).toLowerCase(Locale.ROOT));
        }
        if (names.contains("all") || names.contains("everything")) {
            return section -> true;
        }
        boolean usual = names.isEmpty() || names.contains("default");
        if (names.contains("module_list")) {
            names.add("modules");
        }
        return section -> (usual && section.isDefault()) || names.contains(section.name());
    }

    /** The text of the reply, section after section. */
    private static final class Text
            implements ServerInformation.Fields
    {
        private static final String LINE_END = "\r\n";

        private final StringBuilder text = new StringBuilder(4096);

        void begin(String title)
        {
            if (!text.isEmpty()) {
                text.append(LINE_END);
            }
            text.append("# ").append(title).append(LINE_END);
        }

        @Override
        public void add(String name, String value)
        {
            text.append(name).append(':').append(value).append(LINE_END);
        }

        @Override
        public void add(String name, long value)
        {
            text.append(name).append(':').append(value).append(LINE_END);
        }

        @Override
        public String toString()
        {
            return text.toString();
        }
    }
}

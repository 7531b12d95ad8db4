package io.kvns.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code <container> HELP}: lists the subcommands of a container, one line of text after the other. */
public final class HelpCommand
        implements Command
{
    private final CommandSpec spec;
    private final List<String> lines;

    /**
     * The help of a container.
     *
     * @param container the container's name in lower case
     * @param since the version of the reference in which the subcommand appeared
     * @param lines the lines that describe the subcommands: {@code "GET <pattern>"}, then indented by four blanks what it does
     * @param categories the access-control groups of the container, where the reference has its help in them
     */
    public HelpCommand(String container, CommandGroup group, String since, List<String> lines, AclCategory... categories)
    {
        this.spec = CommandSpec.other("help")
                .group(group)
                .arity(2)
                .acl(categories)
                .flags(CommandFlag.LOADING, CommandFlag.STALE)
                .since(since)
                .summary("Returns helpful text about the different subcommands.")
                .complexity("O(1)")
                .build();
        String title = container.toUpperCase(Locale.ROOT) + " <subcommand> [<arg> [value] [opt] ...]. Subcommands are:";
        this.lines = Stream.of(List.of(title), lines, List.of("HELP", "    Prints this help."))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.array(lines.size());
        for (String line : lines) {
            reply.simple(line);
        }
    }
}

package io.kvns.commands.server;

import static io.kvns.api.ArgumentSpec.oneOf;
import static io.kvns.api.ArgumentSpec.pattern;
import static io.kvns.api.ArgumentSpec.string;

import io.kvns.api.AclCategory;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.GlobPattern;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.admin.CommandCatalog;
import io.kvns.api.admin.CommandDescription;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * {@code COMMAND LIST [FILTERBY MODULE module-name | ACLCAT category | PATTERN pattern]}: replies with the names of all commands;
 * with a filter, of those commands and subcommands that belong to a plugin or an ACL category, or whose name matches a pattern, its
 * case apart. An unknown plugin or category has none.
 *
 * <p>Errors: {@link StandardError#SYNTAX} for anything else.
 */
record CommandListCommand(CommandCatalog catalog)
        implements Command
{
    private static final int FILTERED_COUNT = 5;
    private static final CommandSpec SPEC = CommandCommand.spec("list")
            .arity(-2)
            .since("7.0.0")
            .summary("Lists the names of some or all commands.")
            .complexity("O(N), N being the number of commands")
            .tips("nondeterministic_output_order")
            .arguments(oneOf("filterby",
                    string("module-name").behind("MODULE"),
                    string("category").behind("ACLCAT"),
                    pattern("pattern").behind("PATTERN")).behind("FILTERBY").optional())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        if (arguments.count() == 2) {
            reply.array(catalog.commands().size());
            for (CommandDescription command : catalog.commands()) {
                reply.bulk(command.fullName());
            }
            return;
        }
        Predicate<CommandDescription> filter = filter(arguments);
        long mark = reply.begin();
        long count = 0;
        for (CommandDescription command : catalog.commands()) {
            count += writeIf(filter, command, reply);
            for (CommandDescription subcommand : command.subcommands()) {
                count += writeIf(filter, subcommand, reply);
            }
        }
        reply.end(mark, Reply.Aggregate.ARRAY, count);
    }

    private static int writeIf(Predicate<CommandDescription> filter, CommandDescription command, Reply reply)
    {
        if (!filter.test(command)) {
            return 0;
        }
        reply.bulk(command.fullName());
        return 1;
    }

    private static Predicate<CommandDescription> filter(Arguments arguments)
    {
        if (arguments.count() != FILTERED_COUNT || !arguments.is(2, "FILTERBY")) {
            throw StandardError.SYNTAX.exception();
        }
        if (arguments.is(3, "MODULE")) {
            String plugin = arguments.text(4);
            return command -> command.plugin().equals(plugin);
        }
        if (arguments.is(3, "ACLCAT")) {
            return inCategory(arguments.text(4).toLowerCase(Locale.ROOT));
        }
        if (arguments.is(3, "PATTERN")) {
            GlobPattern pattern = GlobPattern.compileIgnoringCase(arguments.bytes(4));
            return command -> pattern.matches(Bytes.of(command.fullName()));
        }
        throw StandardError.SYNTAX.exception();
    }

    private static Predicate<CommandDescription> inCategory(String name)
    {
        for (AclCategory category : AclCategory.values()) {
            if (category.categoryName().equals(name)) {
                return command -> command.spec().categories().contains(category);
            }
        }
        return command -> false;
    }
}

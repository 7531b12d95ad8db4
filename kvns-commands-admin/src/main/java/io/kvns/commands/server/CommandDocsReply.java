package io.kvns.commands.server;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.CommandDescription;
import java.util.List;

/** Writes what {@code COMMAND DOCS} tells of a command. Fields that would be empty are left out. */
final class CommandDocsReply
{
    private CommandDocsReply() {}

    /** Writes a command's name and its map, as one pair of a map. */
    static void write(Reply reply, CommandDescription command)
    {
        reply.bulk(command.fullName());
        CommandSpec spec = command.spec();
        long mark = reply.begin();
        int count = 0;
        count += field(reply, "summary", spec.summary());
        count += field(reply, "since", spec.since());
        count += field(reply, "group", spec.group().groupName());
        count += field(reply, "complexity", spec.complexity());
        count += field(reply, "module", command.builtIn() ? "" : command.plugin());
        count += writeFlags(reply, spec);
        count += field(reply, "deprecated_since", spec.deprecatedSince());
        count += field(reply, "replaced_by", spec.replacedBy());
        if (!spec.history().isEmpty()) {
            reply.bulk("history");
            writeHistory(reply, spec.history());
            count++;
        }
        if (!spec.arguments().isEmpty()) {
            reply.bulk("arguments");
            writeArguments(reply, spec.arguments());
            count++;
        }
        if (!command.subcommands().isEmpty()) {
            reply.bulk("subcommands");
            reply.map(command.subcommands().size());
            for (CommandDescription subcommand : command.subcommands()) {
                write(reply, subcommand);
            }
            count++;
        }
        reply.end(mark, Reply.Aggregate.MAP, count);
    }

    private static int writeFlags(Reply reply, CommandSpec spec)
    {
        boolean deprecated = !spec.deprecatedSince().isEmpty();
        if (!deprecated && !spec.isSystemCommand()) {
            return 0;
        }
        reply.bulk("doc_flags");
        reply.set(deprecated && spec.isSystemCommand() ? 2 : 1);
        if (deprecated) {
            reply.simple("deprecated");
        }
        if (spec.isSystemCommand()) {
            reply.simple("syscmd");
        }
        return 1;
    }

    private static void writeHistory(Reply reply, List<CommandSpec.Change> history)
    {
        reply.set(history.size());
        for (CommandSpec.Change change : history) {
            reply.array(2);
            reply.bulk(change.version());
            reply.bulk(change.description());
        }
    }

    private static void writeArguments(Reply reply, List<ArgumentSpec> arguments)
    {
        reply.array(arguments.size());
        for (ArgumentSpec argument : arguments) {
            writeArgument(reply, argument);
        }
    }

    private static void writeArgument(Reply reply, ArgumentSpec argument)
    {
        boolean hasParts = argument.type() == ArgumentSpec.Type.ONEOF || argument.type() == ArgumentSpec.Type.BLOCK;
        long mark = reply.begin();
        int count = 0;
        count += field(reply, "name", argument.name());
        count += field(reply, "type", argument.type().typeName());
        count += field(reply, "display_text", hasParts ? "" : argument.name());
        if (argument.keySpecIndex() >= 0) {
            reply.bulk("key_spec_index");
            reply.integer(argument.keySpecIndex());
            count++;
        }
        count += field(reply, "token", argument.token());
        count += field(reply, "since", argument.since());
        if (!argument.flags().isEmpty()) {
            reply.bulk("flags");
            reply.set(argument.flags().size());
            for (ArgumentSpec.Flag flag : argument.flags()) {
                reply.simple(flag.flagName());
            }
            count++;
        }
        if (hasParts) {
            reply.bulk("arguments");
            writeArguments(reply, argument.children());
            count++;
        }
        reply.end(mark, Reply.Aggregate.MAP, count);
    }

    private static int field(Reply reply, String name, String value)
    {
        if (value.isEmpty()) {
            return 0;
        }
        reply.bulk(name);
        reply.bulk(value);
        return 1;
    }
}

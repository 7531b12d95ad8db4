package io.kvns.integration;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.ArgumentSpec.Flag;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the grammar of a command as one line of text: {@code SET key value [NX | XX] [EX seconds | KEEPTTL]}. */
final class CommandSyntax
{
    private CommandSyntax()
    {
    }

    /** The line for a command with this name, in upper case, and this grammar. */
    static String of(String name, List<ArgumentSpec> arguments)
    {
        return arguments.isEmpty() ? name : name + " " + sequence(arguments);
    }

    private static String sequence(List<ArgumentSpec> arguments)
    {
        return arguments.stream().map(CommandSyntax::argument).collect(Collectors.joining(" "));
    }

    private static String argument(ArgumentSpec argument)
    {
        boolean optional = argument.flags().contains(Flag.OPTIONAL);
        boolean multiple = argument.flags().contains(Flag.MULTIPLE);
        boolean tokenToo = argument.flags().contains(Flag.MULTIPLE_TOKEN);
        String once = body(argument, optional && !multiple && argument.token().isEmpty());
        String token = argument.type() == ArgumentSpec.Type.PURE_TOKEN ? "" : argument.token();
        String first = token.isEmpty() ? once : token + " " + once;
        String text = multiple ? first + " [" + (tokenToo ? first : once) + " ...]" : first;
        return optional ? "[" + text + "]" : text;
    }

    /** An argument without its token; alternatives need no brackets of their own where others stand around them. */
    private static String body(ArgumentSpec argument, boolean inBrackets)
    {
        return switch (argument.type()) {
            case PURE_TOKEN -> argument.token();
            case BLOCK -> sequence(argument.children());
            case ONEOF -> {
                String alternatives = argument.children().stream().map(CommandSyntax::argument).collect(Collectors.joining(" | "));
                yield inBrackets ? alternatives : "<" + alternatives + ">";
            }
            case STRING, INTEGER, DOUBLE, KEY, PATTERN, UNIX_TIME -> argument.name();
        };
    }
}

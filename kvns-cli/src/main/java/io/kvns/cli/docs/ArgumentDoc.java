package io.kvns.cli.docs;

import java.util.List;

/**
 * An argument of a command, as COMMAND DOCS describes it.
 *
 * @param name what the argument is called in the syntax
 * @param type one of Redis's types: string, integer, double, key, pattern, unix-time, pure-token, oneof, block
 * @param token the word that introduces the argument, or is it; null if there is none
 * @param optional whether it may be left out
 * @param multiple whether it may be given several times
 * @param multipleToken whether the token is repeated with each value
 * @param children the parts of a block, the choices of a oneof
 */
record ArgumentDoc(
        String name,
        String type,
        String token,
        boolean optional,
        boolean multiple,
        boolean multipleToken,
        List<ArgumentDoc> children)
{
    ArgumentDoc
    {
        children = List.copyOf(children);
    }

    boolean isPureToken()
    {
        return type.equals("pure-token");
    }

    boolean isChoice()
    {
        return type.equals("oneof");
    }

    boolean isBlock()
    {
        return type.equals("block");
    }

    /** The syntax of the argument: {@code [EX seconds|PX milliseconds]}, {@code key [key ...]}. */
    String syntax()
    {
        String once = syntaxOnce();
        String text = multiple ? once + " [" + repetition() + " ...]" : once;
        return optional ? "[" + text + "]" : text;
    }

    /** The syntax of one occurrence, its token included. */
    String syntaxOnce()
    {
        if (isPureToken()) {
            return token;
        }
        return token == null ? valueSyntax() : quotedToken() + " " + valueSyntax();
    }

    /** The syntax of a further occurrence. */
    String repetition()
    {
        return token == null || multipleToken ? syntaxOnce() : valueSyntax();
    }

    /** The syntax of the value that follows the token. */
    String valueSyntax()
    {
        if (isChoice()) {
            return join(children, "|");
        }
        return isBlock() ? join(children, " ") : name;
    }

    private String quotedToken()
    {
        return token.isEmpty() ? "\"\"" : token;
    }

    static String join(List<ArgumentDoc> arguments, String separator)
    {
        StringBuilder text = new StringBuilder();
        for (ArgumentDoc argument : arguments) {
            if (text.length() > 0) {
                text.append(separator);
            }
            text.append(argument.syntax());
        }
        return text.toString();
    }
}

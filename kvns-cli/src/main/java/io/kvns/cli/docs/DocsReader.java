package io.kvns.cli.docs;

import io.kvns.cli.protocol.Reply;
import io.kvns.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Asks a server what commands it has: COMMAND DOCS, or COMMAND where that is not known, which tells the names and how many
 * arguments there are. Both protocols' forms are read, and what is missing or odd is left out: the server is not trusted.
 */
public final class DocsReader
{
    private DocsReader() {}

    /** Asks and reads. */
    public static CommandDocs read(Session session)
    {
        Reply docs = session.call("COMMAND", "DOCS");
        if (docs.isAggregate() && docs.size() > 1 && !docs.element(0).isAggregate()) {
            return new CommandDocs(commands(docs, ""));
        }
        return new CommandDocs(fromCommand(session.call("COMMAND")));
    }

    /** Reads names and descriptions by turns; names of subcommands look like {@code config|set}. */
    private static List<CommandDoc> commands(Reply reply, String container)
    {
        List<CommandDoc> result = new ArrayList<>();
        for (int index = 0; index + 1 < reply.size(); index += 2) {
            String name = reply.element(index).text();
            int bar = name.indexOf('|');
            String own = clean(bar < 0 ? name : name.substring(bar + 1)).toUpperCase(Locale.ROOT);
            String full = container.isEmpty() ? own : container + " " + own;
            Reply doc = reply.element(index + 1);
            if (!own.isEmpty() && doc.isAggregate()) {
                Reply subcommands = doc.get("subcommands");
                result.add(new CommandDoc(
                        full,
                        text(doc, "summary"),
                        text(doc, "since"),
                        text(doc, "group"),
                        arguments(doc.get("arguments")),
                        subcommands == null || !container.isEmpty() ? List.of() : commands(subcommands, full)));
            }
        }
        return result;
    }

    private static List<ArgumentDoc> arguments(Reply reply)
    {
        List<ArgumentDoc> result = new ArrayList<>();
        if (reply == null) {
            return result;
        }
        for (int index = 0; index < reply.size(); index++) {
            Reply argument = reply.element(index);
            if (argument.isAggregate()) {
                result.add(argument(argument));
            }
        }
        return result;
    }

    private static ArgumentDoc argument(Reply reply)
    {
        String shown = text(reply, "display_text");
        Reply token = reply.get("token");
        Reply flags = reply.get("flags");
        String type = text(reply, "type");
        String name = shown.isEmpty() ? text(reply, "name") : shown;
        return new ArgumentDoc(
                name,
                type,
                token == null || token.isNil() ? (type.equals("pure-token") ? name : null) : clean(token.text()),
                contains(flags, "optional"),
                contains(flags, "multiple"),
                contains(flags, "multiple_token"),
                arguments(reply.get("arguments")));
    }

    private static boolean contains(Reply list, String word)
    {
        for (int index = 0; list != null && index < list.size(); index++) {
            if (list.element(index).text().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static String text(Reply map, String key)
    {
        Reply value = map.get(key);
        return value == null ? "" : clean(value.text());
    }

    /** Text for the terminal: control characters are blanks. */
    private static String clean(String text)
    {
        StringBuilder clean = new StringBuilder(text);
        for (int index = 0; index < clean.length(); index++) {
            if (Character.isISOControl(clean.charAt(index))) {
                clean.setCharAt(index, ' ');
            }
        }
        return clean.toString();
    }

    /** Reads COMMAND's table, in which each row begins with a name and an arity. */
    private static List<CommandDoc> fromCommand(Reply table)
    {
        List<CommandDoc> result = new ArrayList<>();
        for (int index = 0; index < table.size(); index++) {
            Reply row = table.element(index);
            if (row.size() >= 2 && !row.element(0).isAggregate()) {
                String name = clean(row.element(0).text()).toUpperCase(Locale.ROOT);
                result.add(new CommandDoc(name, "", "", "", unnamed(row.element(1)), List.of()));
            }
        }
        return result;
    }

    /** As many arguments as an arity demands; a negative one allows for more. */
    private static List<ArgumentDoc> unnamed(Reply arity)
    {
        List<ArgumentDoc> result = new ArrayList<>();
        long count = arity.integer();
        for (long index = 1; index < Math.min(Math.abs(count), 20); index++) {
            result.add(new ArgumentDoc("arg", "string", null, false, false, false, List.of()));
        }
        if (count < 0) {
            result.add(new ArgumentDoc("options", "string", null, true, true, false, List.of()));
        }
        return result;
    }
}

package io.kvns.cli.command;

import io.kvns.cli.docs.DocsReader;
import io.kvns.cli.docs.HelpPrinter;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.options.CliVersion;
import io.kvns.cli.process.Streams;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code help} as the command of the command line: answered here, from what the server says about its commands. */
public final class OneShotHelp
{
    private OneShotHelp() {}

    /** Whether a command asks for help rather than for something of the server. */
    public static boolean isAskedBy(byte[][] command)
    {
        String name = new String(command[0], StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return name.equals("help") || name.equals("?");
    }

    /** Prints help on help, or on the topic that the rest of the command names. */
    public static void run(CliOptions options, Session session, Streams streams)
    {
        ByteSink output = new ByteSink(streams.output());
        if (options.command().length == 1) {
            HelpPrinter.general(CliVersion.text(), output);
            output.flush();
            return;
        }
        List<String> topic = new ArrayList<>();
        for (int index = 1; index < options.command().length; index++) {
            topic.add(new String(options.command()[index], StandardCharsets.UTF_8));
        }
        session.connect(true);
        if (!new HelpPrinter(DocsReader.read(session), streams.outputIsTerminal(), output).topic(topic)) {
            output.put("No help for \"").put(String.join(" ", topic)).put("\"\n");
        }
        output.flush();
    }
}

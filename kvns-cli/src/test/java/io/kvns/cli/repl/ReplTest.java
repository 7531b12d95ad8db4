package io.kvns.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.cli.FakeServer;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.options.OptionParser;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplTest
{
    private static final String DOCS = """
            *2
            +get
            *4
            +summary
            +Reads
            +arguments
            *1
            *4
            +name
            +the-key
            +type
            +key
            """.replace("\n", "\r\n");

    @TempDir
    private Path home;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void setHome()
    {
        environment.put("HOME", home.toString());
    }

    @Test
    void thePromptTellsServerDatabaseAndTransaction()
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            String output = run(server, "ping\nselect 3\nmulti\ndiscard\nquit\n");

            String prompt = "127.0.0.1:" + server.port();
            assertThat(output).contains(prompt + "> ping").contains(prompt + "[3]> multi").contains(prompt + "[3](TX)> discard");
            assertThat(commands(server)).containsExactly("ping", "select 3", "multi", "discard");
        }
    }

    @Test
    void withoutAServerThePromptSaysSoAndEveryCommandTriesAgain()
    {
        int port;
        try (FakeServer gone = FakeServer.answering()) {
            port = gone.port();
        }
        String output = run(port, "ping\nexit\n");

        assertThat(output).contains("not connected> ping").contains("not connected> exit");
        assertThat(output.split("Could not connect to server at 127.0.0.1:" + port, -1)).hasSize(3);
    }

    @Test
    void repliesHaveTypesAndWhatATerminalWouldObeyIsEscaped()
    {
        try (FakeServer server = FakeServer.start(command -> command.getFirst().equals("evil")
                ? FakeServer.latin1("-\u001b]0;x\u0007\r\n")
                : FakeServer.latin1("*2\r\n:1\r\n$1\r\nx\r\n"))) {
            assertThat(run(server, "lrange k 0 -1\nevil\n"))
                    .contains("1) (integer) 1").contains("2) \"x\"").contains("(error) \\x1b]0;x\\x07");
        }
    }

    @Test
    void aNumberBeforeACommandRepeatsIt()
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            String output = run(server, "3 ping\n0 ping\n");

            assertThat(commands(server)).containsExactly("ping", "ping", "ping");
            assertThat(output).contains("Invalid kvns-cli repeat command option value.");
        }
    }

    @Test
    void dangerousCommandsAreAskedAbout()
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            String output = run(server, "flushall\nno\nflushall\ny\nconfig resetstat\n\n");

            assertThat(output).contains("FLUSHALL deletes all keys of all databases at 127.0.0.1:" + server.port() + ". Go on? [y/N]");
            assertThat(commands(server)).containsExactly("flushall");
        }
    }

    @Test
    void nothingIsAskedWhenTheUserHasAgreedBeforehand()
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            run(server, "flushall\n", "--yes");

            assertThat(commands(server)).containsExactly("flushall");
        }
    }

    @Test
    void theHistoryIsKeptWithoutPasswordsAndAnswers()
            throws IOException
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            run(server, "get a\nauth secret\n 5 auth secret\nconfig set requirepass secret\nflushall\ny\nget a\nget b!\n");
        }

        assertThat(Files.readString(home.resolve(".kvnscli_history"))).isEqualTo("get a\nflushall\nget a\nget b!\n");
    }

    @Test
    void linesOfEarlierRunsCanBeRecalled()
            throws IOException
    {
        Files.writeString(home.resolve(".kvnscli_history"), "get first\nget second\n");
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            run(server, "\u0010\u0010\n");

            assertThat(commands(server)).containsExactly("get first");
        }
    }

    @Test
    void anExclamationMarkIsNothingSpecial()
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            run(server, "set k hello!!world\n");

            assertThat(commands(server)).containsExactly("set k hello!!world");
        }
    }

    @Test
    void argumentsAreBytesOfUtf8AndQuotes()
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            run(server, "set \"\\xff\" '\u20ac'\n");

            assertThat(commands(server)).containsExactly("set \u00ff \u00e2\u0082\u00ac");
        }
    }

    @Test
    void wrongQuotesAreNotSent()
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            assertThat(run(server, "get \"a\n")).contains("Invalid argument(s)");
            assertThat(commands(server)).isEmpty();
        }
    }

    @Test
    void helpComesFromTheServer()
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            String output = run(server, "help get\nhelp nosuch\nhelp\n?\n", "--color", "never");

            assertThat(output)
                    .contains("summary: Reads").contains("No help for \"nosuch\"").contains("\"help <command>\" for help on <command>");
        }
    }

    @Test
    void theRestOfTheSyntaxIsShownWhileTyping()
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            assertThat(afterHelp(run(server, "help get\nget \u0003", "--color", "never"))).contains("the-key").contains("\u001b[2m");
            assertThat(afterHelp(run(server, "help get\n:set nohints\nget \u0003"))).doesNotContain("the-key");
            environment.put("KVNSCLI_RCFILE", write("rc", "# a comment\n:set nohints\n"));
            assertThat(afterHelp(run(server, "help get\nget \u0003"))).doesNotContain("the-key");
        }
    }

    /** What is shown after the answer to help, which waits until the documentation is there. */
    private static String afterHelp(String output)
    {
        return output.substring(output.indexOf("group:"));
    }

    @Test
    void tabCompletesFromTheServersCommands()
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            run(server, "help get\nge\tk\n");

            assertThat(commands(server)).containsExactly("get k");
        }
    }

    @Test
    void connectTurnsToAnotherServerAndKeepsItsPasswordToItself()
    {
        try (FakeServer first = FakeServer.start(ReplTest::agree); FakeServer second = FakeServer.start(ReplTest::agree)) {
            String output = run(first, "auth secret\nconnect 127.0.0.1 " + second.port() + "\nping\nconnect nowhere\n");

            assertThat(commands(first)).containsExactly("auth secret");
            assertThat(commands(second)).containsExactly("ping", "connect nowhere");
            assertThat(output).contains("127.0.0.1:" + second.port() + "> ping");
        }
    }

    @Test
    void aConnectionTheServerHasClosedIsMadeAgainBeforeTheNextCommand()
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            String output = run(server, "select 3\nquit-the-connection\nping\n");

            assertThat(output).contains("Error: Server closed the connection").contains("not connected> ping").contains("[3]> ");
            assertThat(commands(server)).containsExactly("select 3", "quit-the-connection", "SELECT 3", "ping");
        }
    }

    @Test
    void controlCGivesUpALine()
    {
        try (FakeServer server = FakeServer.start(ReplTest::agree)) {
            run(server, "get a\u0003ping\n");

            assertThat(commands(server)).containsExactly("ping");
        }
    }

    private static byte[] agree(List<String> command)
    {
        if (command.getFirst().equals("quit-the-connection")) {
            return null;
        }
        return FakeServer.latin1(switch (String.join(" ", command)) {
            case "COMMAND DOCS" -> DOCS;
            case "DBSIZE" -> ":5\r\n";
            default -> "+OK\r\n";
        });
    }

    /** What the user has sent: everything but the questions of the client itself. */
    private static List<String> commands(FakeServer server)
    {
        List<String> commands = new ArrayList<>();
        for (List<String> command : server.commands()) {
            String line = String.join(" ", command);
            if (!line.equals("COMMAND DOCS") && !line.equals("COMMAND") && !line.equals("AUTH secret")) {
                commands.add(line);
            }
        }
        return commands;
    }

    private String run(FakeServer server, String keys, String... options)
    {
        return run(server.port(), keys, options);
    }

    /** Types keys at a terminal and returns what it shows, error messages included. */
    private String run(int port, String keys, String... options)
    {
        List<String> all = new ArrayList<>(List.of("-p", Integer.toString(port)));
        all.addAll(Arrays.asList(options));
        byte[][] arguments = all.stream().map(FakeServer::latin1).toArray(byte[][]::new);
        CliOptions parsed = OptionParser.parse(arguments, Map.of());
        TypedKeys user = new TypedKeys(keys);
        try (ExternalTerminal terminal = new ExternalTerminal("test", "xterm", user.keyboard(), user.screen(), StandardCharsets.UTF_8);
                Session session = new Session(parsed, parsed.password(), new ByteSink())) {
            terminal.setEnv(ReplStarter.unprobed(environment));
            terminal.setSize(Size.of(120, 40));
            Repl.run(parsed, session, terminal, environment);
        }
        catch (IOException e) {
            throw new AssertionError(e);
        }
        finally {
            user.leave();
        }
        return user.seen();
    }

    private String write(String name, String text)
    {
        try {
            return Files.writeString(home.resolve(name), text).toString();
        }
        catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package io.kvns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kvns-cli on a real terminal, which the program {@code script} provides. */
class TerminalTest
{
    @TempDir
    private Path home;

    @BeforeAll
    static void needsScript()
    {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script is not installed: there is no terminal to try");
    }

    @Test
    void whatIsTypedBeforeThePromptIsNotLost()
            throws IOException, InterruptedException
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1(":" + command.size() + "\r\n"))) {
            String output = onTerminal("", "get a\nset k v\nquit\n", "-p", Integer.toString(server.port()));

            assertThat(output).contains("(integer) 2").contains("(integer) 3").doesNotContain("\u001b[6n");
            assertThat(output).contains("127.0.0.1:" + server.port() + "> ");
            assertThat(Files.readString(home.resolve(".kvnscli_history"))).isEqualTo("get a\nset k v\nquit\n");
        }
    }

    @Test
    void oneCommandIsPrintedWithTypesAndWithoutAnythingElse()
            throws IOException, InterruptedException
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("*2\r\n:1\r\n$3\r\na\u001bb\r\n"))) {
            assertThat(onTerminal("", "", "-p", Integer.toString(server.port()), "get")).isEqualTo("1) (integer) 1\r\n2) \"a\\x1bb\"\r\n");
        }
    }

    @Test
    void aPasswordAskedForIsNotShown()
            throws IOException, InterruptedException
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("+OK\r\n"))) {
            String output = onTerminal("Please input password: ", "secret\n", "-p", Integer.toString(server.port()), "--askpass", "ping");

            assertThat(output).startsWith("Please input password: ").endsWith("OK\r\n").doesNotContain("secret");
            assertThat(server.commands()).containsExactly(List.of("AUTH", "secret"), List.of("ping"));
        }
    }

    /** Types keys, once a text is shown, and returns what the terminal has shown. */
    private String onTerminal(String awaited, String keys, String... arguments)
            throws IOException, InterruptedException
    {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        List<String> command = Stream.concat(
                Stream.of(java, "--enable-native-access=ALL-UNNAMED", "-cp", classPath, KvnsCli.class.getName()),
                Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", "'" + String.join("' '", command) + "'", "/dev/null");
        builder.environment().put("HOME", home.toString());
        builder.environment().put("TERM", "xterm");
        builder.environment().remove("KVNSCLI_HISTFILE");
        Process process = builder.redirectErrorStream(true).start();
        StringBuilder output = new StringBuilder();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8); OutputStream keyboard = process.getOutputStream()) {
            boolean typed = false;
            while (true) {
                if (!typed && output.toString().contains(awaited)) {
                    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
                    keyboard.flush();
                    typed = true;
                }
                int next = reader.read();
                if (next < 0) {
                    break;
                }
                output.append((char) next);
            }
        }
        assertThat(process.waitFor()).as(output.toString()).isZero();
        return output.toString();
    }
}

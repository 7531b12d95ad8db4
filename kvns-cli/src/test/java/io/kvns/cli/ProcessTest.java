package io.kvns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** kvns-cli as a process of its own: what it loads, the bytes of its arguments, and signals. */
class ProcessTest
{
    @Test
    void oneCommandLoadsLittleAndNothingThatIsSlowToStart()
            throws IOException, InterruptedException
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("+PONG\r\n"))) {
            // Without libraries on the class path: one command needs none.
            Process process = start(List.of("-Xlog:class+load"), "-p", Integer.toString(server.port()), "PING");
            List<String> lines = lines(process);

            assertThat(process.waitFor()).isZero();
            assertThat(lines).contains("PONG");
            List<String> ours = lines.stream().filter(line -> line.contains(" io.kvns.cli.")).toList();
            assertThat(ours).hasSizeBetween(20, 40);
            for (String slow : List.of("$$Lambda", ".repl.", ".modes.", ".docs.")) {
                assertThat(ours).noneMatch(line -> line.contains(slow));
            }
            assertThat(lines).noneMatch(line -> line.contains("java.util.Formatter") || line.contains("StringConcatFactory"));
        }
    }

    @Test
    void argumentsAreBytesWhateverTheLocale()
            throws IOException, InterruptedException
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("+OK\r\n"))) {
            for (String locale : List.of("C", "C.UTF-8", "tr_TR.UTF-8")) {
                // The shell makes the bytes, because this test's Java could not pass them on.
                List<String> java = java(List.of());
                String line = "exec \"$@\" \"$(printf 'k\\377\\303\\251')\"";
                List<String> command = new ArrayList<>(List.of("sh", "-c", line, "sh"));
                command.addAll(java);
                command.addAll(List.of("-p", Integer.toString(server.port()), "get"));
                ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
                builder.environment().put("LC_ALL", locale);
                Process process = builder.start();

                assertThat(lines(process)).containsExactly("OK");
                assertThat(process.waitFor()).isZero();
                assertThat(server.commands().getLast()).containsExactly("get", "k\u00ff\u00c3\u00a9");
            }
        }
    }

    @Test
    void aSignalDuringSamplingPrintsWhatWasFoundSoFar()
            throws IOException, InterruptedException
    {
        FakeServer.Answers oneKeyThenSilence = command -> FakeServer.latin1(switch (String.join(" ", command)) {
            case "DBSIZE" -> ":10\r\n";
            case "SCAN 0" -> "*2\r\n$1\r\n5\r\n*1\r\n$1\r\nk\r\n";
            case "TYPE k" -> "+string\r\n";
            case "STRLEN k" -> ":7\r\n";
            default -> "";
        });
        try (FakeServer server = FakeServer.start(oneKeyThenSilence)) {
            Process process = start(List.of(), "-p", Integer.toString(server.port()), "--bigkeys");
            List<String> lines = new ArrayList<>();
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                    if (line.contains("Biggest string found so far")) {
                        process.toHandle().destroy();
                    }
                }
            }

            assertThat(process.waitFor()).isEqualTo(5);
            assertThat(lines)
                    .contains("-------- summary -------", "Sampled 1 keys in the keyspace!", "Biggest string found '\"k\"' has 7 bytes");
        }
    }

    @Test
    void aSignalWhileWaitingForAReplyIsFive()
            throws IOException, InterruptedException
    {
        try (FakeServer server = FakeServer.start(command -> FakeServer.latin1("+OK\r\n"))) {
            Process process = start(List.of(), "-p", Integer.toString(server.port()), "monitor");
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(reader.readLine()).isEqualTo("OK");
                process.toHandle().destroy();
                assertThat(reader.readLine()).isNull();
            }

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(5);
        }
    }

    private static Process start(List<String> options, String... arguments)
            throws IOException
    {
        List<String> command = new ArrayList<>(java(options));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> java(List<String> options)
    {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", classes(), KvnsCli.class.getName()));
        return command;
    }

    private static String classes()
    {
        try {
            return new File(KvnsCli.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getPath();
        }
        catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines(Process process)
            throws IOException
    {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            return reader.lines().toList();
        }
    }
}

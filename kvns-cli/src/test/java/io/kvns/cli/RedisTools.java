package io.kvns.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The installed redis-cli and redis-server, which tests compare with; where they are absent, those tests are skipped. */
public final class RedisTools
{
    private static final int WAIT_SECONDS = 30;

    private RedisTools() {}

    /** Runs redis-cli against a port and returns what it printed and its exit code. */
    public static CliRun cli(int port, String input, String... arguments)
    {
        List<String> command = new ArrayList<>(List.of(installed("redis-cli"), "-p", Integer.toString(port)));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("REDISCLI"));
        try {
            Process process = builder.start();
            Thread writer = Thread.ofVirtual().start(() -> write(process, input));
            ByteArrayOutputStream errors = new ByteArrayOutputStream();
            Thread reader = Thread.ofVirtual().start(() -> copy(process.getErrorStream(), errors));
            byte[] output = process.getInputStream().readAllBytes();
            if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("redis-cli does not end: " + command);
            }
            reader.join();
            writer.join();
            return new CliRun(
                    new String(output, StandardCharsets.ISO_8859_1), errors.toString(StandardCharsets.ISO_8859_1), process.exitValue());
        }
        catch (IOException e) {
            throw new IllegalStateException(e);
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts an empty redis-server; it is stopped when closed. */
    public static Server server(Path folder, String... options)
    {
        String program = installed("redis-server");
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                program, "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder.toString(),
                "--enable-debug-command", "yes"));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile())
                    .start();
            Server server = new Server(process, port);
            server.awaitReady();
            return server;
        }
        catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String installed(String program)
    {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(":", -1)) {
            Path file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        assumeTrue(false, program + " is not installed: the comparison with it is skipped");
        return program;
    }

    private static void write(Process process, String input)
    {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(FakeServer.latin1(input));
        }
        catch (IOException e) {
            // It has ended before reading everything.
        }
    }

    private static void copy(InputStream from, ByteArrayOutputStream to)
    {
        try {
            from.transferTo(to);
        }
        catch (IOException e) {
            // It has ended.
        }
    }

    private static int freePort()
    {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
        catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A redis-server of the test's own. */
    public static final class Server
            implements AutoCloseable
    {
        private final Process process;
        private final int port;

        private Server(Process process, int port)
        {
            this.process = process;
            this.port = port;
        }

        public int port()
        {
            return port;
        }

        private void awaitReady()
        {
            while (process.isAlive()) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    socket.getOutputStream().write(FakeServer.latin1("PING\r\n"));
                    if (socket.getInputStream().read() == '+') {
                        return;
                    }
                }
                catch (IOException e) {
                    Thread.onSpinWait();
                }
            }
            throw new IllegalStateException("redis-server has ended at once");
        }

        @Override
        public void close()
        {
            process.destroy();
            try {
                if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
            catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

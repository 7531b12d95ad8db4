package io.kvns.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A {@code redis-server} that runs beside a test as the reference for behaviour: on a free port of this machine, without
 * persistence, in a folder of its own, with the DEBUG command allowed.
 *
 * <p>The program is looked for on the PATH; the system property {@code kvns.reference.server} names another one.
 */
public final class ReferenceServer
        implements AutoCloseable
{
    private static final String PROGRAM = System.getProperty("kvns.reference.server", "redis-server");
    private static final int ATTEMPTS = 5;
    private static final int START_SECONDS = 30;
    private static final int LAST_LINES = 40;

    private final Process process;
    private final int port;
    private final Path folder;
    private final Thread killAtExit;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();

    private ReferenceServer(Process process, int port, Path folder)
    {
        this.process = process;
        this.port = port;
        this.folder = folder;
        this.killAtExit = new Thread(process::destroyForcibly, "kill-reference-server");
        Runtime.getRuntime().addShutdownHook(killAtExit);
        Thread.ofPlatform().daemon().name("reference-server-output").start(this::readOutput);
    }

    /**
     * Starts a server; where none is installed the test is skipped with a message.
     *
     * @param options what else to write on its command line: {@code "--maxmemory", "10mb"}
     */
    public static ReferenceServer startOrSkip(String... options)
    {
        String problem = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ReferenceServer server = launch(options);
            if (server.awaitReady()) {
                return server;
            }
            problem = server.output();
            server.close();
            // Somebody else took the port in between: try the next one.
            if (!problem.contains("Address already in use")) {
                break;
            }
        }
        throw new IllegalStateException(PROGRAM + " did not start:\n" + problem);
    }

    /** The port that it listens on. */
    public int port()
    {
        return port;
    }

    /** A new connection to it. */
    public RespConnection connect()
    {
        return RespConnection.open(port);
    }

    /** Kills the server and removes its folder. */
    @Override
    public void close()
    {
        process.destroyForcibly();
        process.onExit().join();
        try {
            Runtime.getRuntime().removeShutdownHook(killAtExit);
        }
        catch (IllegalStateException ignored) {
            // The JVM is on its way out.
        }
        removeFolder(folder);
    }

    private static ReferenceServer launch(String... options)
    {
        int port = freePort();
        Path folder = null;
        try {
            folder = Files.createTempDirectory("kvns-reference");
            List<String> command = new ArrayList<>(List.of(
                    PROGRAM, "--port", Integer.toString(port), "--bind", "127.0.0.1", "--dir", folder.toString(), "--save", "",
                    "--appendonly", "no", "--daemonize", "no", "--logfile", "", "--enable-debug-command", "yes"));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new ReferenceServer(process, port, folder);
        }
        catch (IOException e) {
            if (folder == null) {
                throw new UncheckedIOException(e);
            }
            removeFolder(folder);
            return Assumptions.abort("skipped, because the reference server " + PROGRAM + " cannot be started here: " + e.getMessage());
        }
    }

    private static int freePort()
    {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean awaitReady()
    {
        try {
            return ready.get(START_SECONDS, TimeUnit.SECONDS);
        }
        catch (TimeoutException e) {
            return false;
        }
        catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void readOutput()
    {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                remember(line);
                if (line.contains("Ready to accept connections")) {
                    ready.complete(true);
                }
            }
        }
        catch (IOException e) {
            remember(e.toString());
        }
        ready.complete(false);
    }

    private void remember(String line)
    {
        synchronized (lastLines) {
            lastLines.add(line);
            if (lastLines.size() > LAST_LINES) {
                lastLines.remove();
            }
        }
    }

    private String output()
    {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    private static void removeFolder(Path folder)
    {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

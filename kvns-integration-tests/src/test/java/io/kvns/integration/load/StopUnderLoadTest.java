package io.kvns.integration.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.server.KvnsServer;
import io.kvns.testing.RespConnection;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** SIGTERM while clients send pipelines: the process ends well and soon, and no client gets a torn reply. */
class StopUnderLoadTest
{
    private static final int CLIENTS = 20;
    private static final int PIPELINE = 50;
    private static final int ROUNDS_BEFORE = 20;
    private static final Pattern READY = Pattern.compile("ready to accept connections on port (\\d+)");
    private static final byte[] REPLY = "$5\r\nvalue\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void endsWellAndTearsNoReply()
            throws Exception
    {
        Process process = startServer();
        try (BufferedReader log = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                ExecutorService threads = Executors.newCachedThreadPool()) {
            int port = awaitPort(log);
            Future<?> _ = threads.submit(() -> log.lines().forEach(_ -> {}));
            try (RespConnection connection = RespConnection.open(port)) {
                connection.command("SET", "key", "value");
            }
            CountDownLatch busy = new CountDownLatch(CLIENTS);
            List<Future<Long>> received = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Callable<Long> load = () -> sendUntilClosed(port, busy);
                received.add(threads.submit(load));
            }
            busy.await();
            process.destroy();
            for (Future<Long> bytes : received) {
                assertThat(bytes.get(60, TimeUnit.SECONDS) % REPLY.length).as("bytes of a reply that was cut off").isZero();
            }
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        finally {
            process.destroyForcibly();
        }
    }

    private static Process startServer()
            throws IOException
    {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-cp", System.getProperty("java.class.path"), KvnsServer.class.getName(),
                "--port", "0", "--bind", "127.0.0.1", "--metrics-port", "0")
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private static int awaitPort(BufferedReader log)
            throws IOException
    {
        StringBuilder before = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            before.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return Integer.parseInt(ready.group(1));
            }
        }
        throw new AssertionError("the server did not start:\n" + before);
    }

    /** Sends pipelines and reads replies until the server closes; answers how many bytes came. */
    private static long sendUntilClosed(int port, CountDownLatch busy)
            throws IOException
    {
        ByteArrayOutputStream pipeline = new ByteArrayOutputStream();
        for (int request = 0; request < PIPELINE; request++) {
            pipeline.writeBytes(RespConnection.encode("GET", "key"));
        }
        long received = 0;
        byte[] buffer = new byte[64 * 1024];
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            InputStream input = socket.getInputStream();
            for (int round = 0; ; round++) {
                if (round == ROUNDS_BEFORE) {
                    busy.countDown();
                }
                socket.getOutputStream().write(pipeline.toByteArray());
                long expected = received + (long) PIPELINE * REPLY.length;
                while (received < expected) {
                    int count = input.read(buffer);
                    if (count < 0) {
                        return received;
                    }
                    received += count;
                }
            }
        }
        catch (SocketException _) {
            // Closed with requests of ours unread: the kernel then sends a reset, and may drop what we have not read yet.
            return received - received % REPLY.length;
        }
    }
}

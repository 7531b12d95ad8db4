package io.kvns.cli.modes;

import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.exit.ExitCode;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.process.Streams;
import io.kvns.cli.process.Timing;
import io.kvns.cli.protocol.Connection;
import io.kvns.cli.protocol.ConnectionLostException;
import io.kvns.cli.protocol.ProtocolException;
import io.kvns.cli.protocol.Reply;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * {@code --pipe}: sends standard input as it is, and counts replies meanwhile. An ECHO of random bytes after the last command tells
 * when all have been answered.
 */
public final class PipeMode
{
    private static final int MARK_BYTES = 20;
    private static final long LOOK_MILLIS = 100;

    private final Connection connection;
    private final ByteSink errors;
    private final byte[] mark = randomMark();
    private volatile boolean finished;
    private volatile RuntimeException failure;
    private volatile long lastReplyNanos = Timing.nanos();
    private volatile long errorCount;
    private volatile long replyCount;

    private PipeMode(Connection connection, ByteSink errors)
    {
        this.connection = connection;
        this.errors = errors;
    }

    /** Sends everything and returns the exit code. */
    public static int run(CliOptions options, Session session, Streams streams)
    {
        PipeMode pipe = new PipeMode(session.connection(), new ByteSink(streams.errors()));
        return pipe.transfer(streams.input(), new ByteSink(streams.output()), options.pipeTimeoutSeconds());
    }

    private int transfer(InputStream input, ByteSink output, long timeoutSeconds)
    {
        Thread reader = new Thread(this::readReplies, "kvns-cli-replies");
        reader.setDaemon(true);
        reader.start();
        try {
            sendAll(input);
            output.put("All data transferred. Waiting for the last reply...\n").flush();
            await(reader, timeoutSeconds);
        }
        catch (ConnectionLostException e) {
            awaitQuietly(reader);
            throw failure == null ? e : new CliFailure(ExitCode.CONNECTION, "Error reading from the server: " + failure.getMessage());
        }
        if (finished) {
            output.put("Last reply received from server.\n");
        }
        output.put("errors: ").put(errorCount).put(", replies: ").put(replyCount).put('\n').flush();
        return errorCount > 0 ? ExitCode.ERROR_REPLY : ExitCode.OK;
    }

    private void sendAll(InputStream input)
    {
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int count = input.read(buffer); count >= 0 && failure == null; count = input.read(buffer)) {
                connection.sendRaw(buffer, 0, count);
            }
        }
        catch (IOException e) {
            throw new CliFailure(ExitCode.USAGE, "Error reading from stdin: " + e.getMessage());
        }
        // The empty line ends an inline command whose line end is missing.
        ByteSink echo = new ByteSink();
        echo.put("\r\n*2\r\n$4\r\nECHO\r\n$").put((long) MARK_BYTES).put("\r\n").put(mark).put("\r\n");
        connection.sendRaw(echo.toByteArray(), 0, echo.length());
    }

    private void await(Thread reader, long timeoutSeconds)
    {
        long sentNanos = Timing.nanos();
        try {
            while (reader.isAlive()) {
                reader.join(LOOK_MILLIS);
                long quietNanos = Timing.nanos() - Math.max(lastReplyNanos, sentNanos);
                if (timeoutSeconds > 0 && reader.isAlive() && quietNanos > timeoutSeconds * 1_000_000_000L) {
                    throw new CliFailure(ExitCode.TIMEOUT, "No replies for " + timeoutSeconds + " seconds: exiting.");
                }
            }
        }
        catch (InterruptedException e) {
            throw new CliFailure(ExitCode.INTERRUPTED, "");
        }
        if (failure != null) {
            throw new CliFailure(ExitCode.CONNECTION, "Error reading from the server: " + failure.getMessage());
        }
    }

    private static void awaitQuietly(Thread reader)
    {
        try {
            reader.join(10 * LOOK_MILLIS);
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readReplies()
    {
        long replies = 0;
        long errorReplies = 0;
        try {
            while (true) {
                Reply reply = connection.read();
                lastReplyNanos = Timing.nanos();
                if (Arrays.equals(reply.bytes(), mark)) {
                    finished = true;
                    return;
                }
                if (reply.isError()) {
                    errors.put(reply.bytes()).put('\n').flush();
                    errorCount = ++errorReplies;
                }
                replyCount = ++replies;
            }
        }
        catch (ConnectionLostException | ProtocolException e) {
            failure = e;
            connection.close();
        }
    }

    private static byte[] randomMark()
    {
        byte[] letters = "0123456789abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);
        byte[] mark = new byte[MARK_BYTES];
        SecureRandom random = new SecureRandom();
        for (int index = 0; index < mark.length; index++) {
            mark[index] = letters[random.nextInt(letters.length)];
        }
        return mark;
    }
}

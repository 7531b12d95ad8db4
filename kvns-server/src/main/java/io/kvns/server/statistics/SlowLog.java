package io.kvns.server.statistics;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Client;
import io.kvns.api.admin.SlowCommands;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/** The last commands that took long. Safe from any thread. */
public final class SlowLog
        implements SlowCommands
{
    private static final int MOST_ARGUMENTS = 32;
    private static final int MOST_ARGUMENT_BYTES = 128;

    private final LongSupplier slowerThanMicros;
    private final LongSupplier maxLength;
    private final SecretArguments secrets;
    private final Deque<SlowCommand> newestFirst = new ArrayDeque<>();
    private long nextId;

    /** An empty log. */
    public SlowLog(LongSupplier slowerThanMicros, LongSupplier maxLength, SecretArguments secrets)
    {
        this.slowerThanMicros = slowerThanMicros;
        this.maxLength = maxLength;
        this.secrets = secrets;
    }

    /** Whether a command that took so long belongs into the log; cheap. */
    public boolean concerns(long nanos)
    {
        long threshold = slowerThanMicros.getAsLong();
        return threshold >= 0 && nanos / 1000 >= threshold;
    }

    /** Notes a command that {@link #concerns} the log. */
    public void add(long nowMillis, long nanos, Arguments arguments, Client client)
    {
        List<Bytes> shortened = shorten(arguments);
        synchronized (this) {
            newestFirst.addFirst(new SlowCommand(nextId, nowMillis / 1000, nanos / 1000, shortened, client.address(), client.name()));
            nextId++;
            trim();
        }
    }

    @Override
    public synchronized List<SlowCommand> newest(long count)
    {
        return newestFirst.stream().limit(count).toList();
    }

    @Override
    public synchronized int length()
    {
        return newestFirst.size();
    }

    @Override
    public synchronized void reset()
    {
        newestFirst.clear();
    }

    private void trim()
    {
        long most = maxLength.getAsLong();
        while (newestFirst.size() > most) {
            newestFirst.removeLast();
        }
    }

    private List<Bytes> shorten(Arguments arguments)
    {
        int count = arguments.count();
        int shown = count > MOST_ARGUMENTS ? MOST_ARGUMENTS - 1 : count;
        List<Bytes> shortened = new ArrayList<>(Math.min(count, MOST_ARGUMENTS));
        for (int index = 0; index < shown; index++) {
            shortened.add(secrets.isSecret(arguments, index) ? Bytes.of(SecretArguments.REDACTED) : shorten(arguments.bytes(index)));
        }
        if (count > shown) {
            shortened.add(Bytes.of("... (" + (count - shown) + " more arguments)"));
        }
        return List.copyOf(shortened);
    }

    private static Bytes shorten(Bytes argument)
    {
        if (argument.length() <= MOST_ARGUMENT_BYTES) {
            return Bytes.copyOf(argument.toByteArray());
        }
        byte[] more = ("... (" + (argument.length() - MOST_ARGUMENT_BYTES) + " more bytes)").getBytes(StandardCharsets.US_ASCII);
        byte[] text = new byte[MOST_ARGUMENT_BYTES + more.length];
        argument.copyTo(0, text, 0, MOST_ARGUMENT_BYTES);
        System.arraycopy(more, 0, text, MOST_ARGUMENT_BYTES, more.length);
        return Bytes.copyOf(text);
    }
}

package io.kvns.testing;

import io.kvns.api.Bytes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;

/**
 * Sends the same random requests to two servers and compares their replies, and in the end their data sets.
 *
 * <p>The first difference is an {@link AssertionError} that shows both replies and the requests that led to them. Both servers begin
 * empty.
 */
public final class Differential
{
    private static final int SHOWN_REQUESTS = 25;
    private static final int SHOWN_ARGUMENT_BYTES = 200;
    /** How far the times of two servers may be apart that execute the same request one after the other, on a busy machine. */
    private static final long TIME_TOLERANCE_MILLIS = 20_000;

    private final Server subject;
    private final Server reference;
    private final Normalizer normalizer;
    private final Deque<Object[]> history = new ArrayDeque<>();

    /** A server that is compared, for example {@code connection::command}. */
    @FunctionalInterface
    public interface Server
    {
        /** Executes a request and answers with its reply. */
        ReplyValue command(Object... arguments);
    }

    /** Makes up requests. */
    @FunctionalInterface
    public interface Requests
    {
        /** The next request; its arguments are texts, numbers, {@code byte[]} or {@link Bytes}. */
        Object[] next(Randomness random);
    }

    /** Takes out of replies what may differ: the order of elements, the part of a time to live that has passed. */
    @FunctionalInterface
    public interface Normalizer
    {
        /** What is to be compared of a reply. */
        ReplyValue normalize(Object[] request, ReplyValue reply);
    }

    /** Compares two servers, reply by reply as they are. */
    public Differential(Server subject, Server reference)
    {
        this(subject, reference, (request, reply) -> reply);
    }

    /** Compares two servers, what a normalizer leaves of each reply. */
    public Differential(Server subject, Server reference, Normalizer normalizer)
    {
        this.subject = subject;
        this.reference = reference;
        this.normalizer = normalizer;
    }

    /** Sends so many requests to both servers. */
    public void run(Randomness random, int count, Requests requests)
    {
        for (int number = 0; number < count; number++) {
            compare(requests.next(random));
        }
    }

    /** Sends one request to both servers. */
    public void compare(Object... request)
    {
        history.addLast(request);
        if (history.size() > SHOWN_REQUESTS) {
            history.removeFirst();
        }
        ReplyValue expected = normalizer.normalize(request, reference.command(request));
        ReplyValue actual = normalizer.normalize(request, subject.command(request));
        if (!actual.equals(expected)) {
            throw difference("the reply to " + show(request), expected, actual);
        }
    }

    /** Compares all keys of the current database: their types, values and times to live. */
    public void compareDataSets()
    {
        ReplyValue expected = reference.command("KEYS", "*").sorted();
        ReplyValue actual = subject.command("KEYS", "*").sorted();
        if (!actual.equals(expected)) {
            throw difference("the set of keys", expected, actual);
        }
        for (ReplyValue key : expected.elements()) {
            compareKey(key.bytes());
        }
    }

    private void compareKey(byte[] key)
    {
        ReplyValue type = reference.command("TYPE", key);
        same(key, "type", type, subject.command("TYPE", key));
        Object[] reading = switch (type.text()) {
            case "string" -> new Object[] {"GET", key};
            case "list" -> new Object[] {"LRANGE", key, "0", "-1"};
            case "set" -> new Object[] {"SMEMBERS", key};
            case "zset" -> new Object[] {"ZRANGE", key, "0", "-1", "WITHSCORES"};
            case "hash" -> new Object[] {"HGETALL", key};
            case "stream" -> new Object[] {"XRANGE", key, "-", "+"};
            default -> throw new IllegalStateException("no way to read a " + type.text());
        };
        boolean ordered = !type.text().equals("set") && !type.text().equals("hash");
        ReplyValue expected = reference.command(reading);
        ReplyValue actual = subject.command(reading);
        if (type.text().equals("hash")) {
            expected = expected.asMap();
            actual = actual.asMap();
        }
        same(key, "value", ordered ? expected : expected.sorted(), ordered ? actual : actual.sorted());

        long expectedLeft = reference.command("PTTL", key).integer();
        long actualLeft = subject.command("PTTL", key).integer();
        boolean alike = expectedLeft < 0 ? expectedLeft == actualLeft : Math.abs(expectedLeft - actualLeft) <= TIME_TOLERANCE_MILLIS;
        if (!alike) {
            String what = "the time to live of " + show(new Object[] {key});
            throw difference(what, ReplyValue.integer(expectedLeft), ReplyValue.integer(actualLeft));
        }
    }

    private void same(byte[] key, String what, ReplyValue expected, ReplyValue actual)
    {
        if (!actual.equals(expected)) {
            throw difference("the " + what + " of " + show(new Object[] {key}), expected, actual);
        }
    }

    private AssertionError difference(String what, ReplyValue expected, ReplyValue actual)
    {
        List<String> requests = new ArrayList<>();
        history.forEach(request -> requests.add(show(request)));
        return new AssertionError(what + " differs\nreference: " + expected + "\n  subject: " + actual
                + "\nthe last requests:\n  " + String.join("\n  ", requests));
    }

    private static String show(Object[] request)
    {
        StringJoiner shown = new StringJoiner(" ");
        for (Object argument : request) {
            byte[] bytes = RespConnection.bytes(argument);
            boolean tooLong = bytes.length > SHOWN_ARGUMENT_BYTES;
            if (tooLong) {
                byte[] start = new byte[SHOWN_ARGUMENT_BYTES];
                System.arraycopy(bytes, 0, start, 0, start.length);
                shown.add(ReplyValue.bulk(start) + "...(" + bytes.length + " bytes)");
            }
            else {
                shown.add(ReplyValue.bulk(bytes).toString());
            }
        }
        return shown.toString();
    }
}

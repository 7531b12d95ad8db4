package io.kvns.commands.keys;

import io.kvns.testing.Randomness;
import io.kvns.testing.ReplyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes up requests of the keys family, on few keys of few databases, so that they meet; and takes out of replies what two correct
 * servers may answer differently.
 *
 * <p>What lies ahead lies far ahead, and what has passed has passed long ago, so that no reply depends on how quick the servers are.
 */
final class RandomKeysRequests
{
    private static final long LONG_AGO_MILLIS = 1_000_000_000_000L;
    private static final long FAR_AHEAD_MILLIS = 4_000_000_000_000L;
    private static final String[] PATTERNS = {
            "*", "**", "?", "a*", "*a", "[a-c]", "[^a]", "n/*", "*/*", "a", "n/a", "nosuchkey", "\\a", "[", ""};
    private static final String[] BAD_NUMBERS = {
            "", "x", "1.5", "+5", "05", " 5", "9223372036854775808", "-9223372036854775809", "1e3", "\u0665"};

    private RandomKeysRequests()
    {
    }

    static Object[] next(Randomness random)
    {
        return switch (random.below(34)) {
            case 0, 1, 2, 3 -> new Object[] {"SET", key(random), value(random)};
            case 4 -> new Object[] {"SET", key(random), value(random), "PXAT", farAhead(random)};
            case 5 -> several(random, random.pick("DEL", "UNLINK"));
            case 6 -> several(random, random.pick("EXISTS", "TOUCH"));
            case 7 -> new Object[] {"TYPE", key(random)};
            case 8, 9, 10 -> expire(random);
            case 11 -> new Object[] {"PERSIST", key(random)};
            case 12 -> new Object[] {random.pick("TTL", "PTTL"), key(random)};
            case 13 -> new Object[] {random.pick("EXPIRETIME", "PEXPIRETIME"), key(random)};
            case 14, 15 -> new Object[] {random.pick("RENAME", "RENAMENX"), key(random), key(random)};
            case 16, 17 -> copy(random);
            case 18 -> new Object[] {"MOVE", key(random), database(random)};
            case 19 -> new Object[] {"SWAPDB", database(random), database(random)};
            case 20 -> new Object[] {"KEYS", random.pick(PATTERNS)};
            case 21, 22 -> scan(random);
            case 23 -> new Object[] {"RANDOMKEY"};
            case 24 -> new Object[] {"DBSIZE"};
            case 25 -> new Object[] {"OBJECT", "ENCODING", key(random)};
            case 26 -> new Object[] {"OBJECT", random.pick("REFCOUNT", "IDLETIME", "FREQ", "HELP", "NOSUCH"), key(random)};
            case 27 -> random.chance(20) ? flush(random) : new Object[] {"TIME"};
            case 28 -> waiting(random);
            case 29 -> new Object[] {"GET", key(random)};
            case 30 -> tooFew(random);
            case 31 -> new Object[] {"APPEND", key(random), value(random)};
            default -> new Object[] {"SET", key(random), random.below(1000)};
        };
    }

    /** The part of a reply that both servers must agree on. */
    static ReplyValue normalize(Object[] request, ReplyValue reply)
    {
        if (reply.isError() || reply.isNil()) {
            return reply;
        }
        return switch (request[0].toString()) {
            case "TTL", "PTTL" -> ReplyValue.integer(Math.min(reply.integer(), 1));
            case "EXPIRETIME", "PEXPIRETIME" -> ReplyValue.integer(absolute(reply.integer()));
            case "KEYS" -> reply.sorted();
            case "SCAN" -> ReplyValue.array(reply.elements().get(0), reply.elements().get(1).sorted());
            case "RANDOMKEY", "TIME" -> ReplyValue.ok();
            case "OBJECT" -> objectReply(request, reply);
            default -> reply;
        };
    }

    private static ReplyValue objectReply(Object[] request, ReplyValue reply)
    {
        return switch (request[1].toString()) {
            // The reference shares small numbers between keys and says so; idle seconds pass; its help has grown a line since.
            case "REFCOUNT", "IDLETIME", "HELP" -> ReplyValue.ok();
            default -> reply;
        };
    }

    /** A time that was given as such; those that follow from the time of the request are all alike. */
    private static long absolute(long time)
    {
        long millis = time < FAR_AHEAD_MILLIS / 1000 ? time : time / 1000;
        return millis < FAR_AHEAD_MILLIS / 1000 ? Math.min(millis, 1) : time;
    }

    private static Object[] expire(Randomness random)
    {
        List<Object> request = new ArrayList<>();
        String name = random.pick("EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT");
        request.add(random.chance(20) ? name.toLowerCase(Locale.ROOT) : name);
        request.add(key(random));
        request.add(random.chance(10) ? random.pick(BAD_NUMBERS) : time(random, name));
        int options = random.pick(0, 0, 0, 1, 1, 2, 3);
        for (int count = 0; count < options; count++) {
            request.add(random.chance(5) ? random.pick("PX", "", "gtt", "KEEPTTL") : random.pick("NX", "XX", "GT", "LT", "gt", "Lt", "nx"));
        }
        return request.toArray();
    }

    private static Object time(Randomness random, String name)
    {
        boolean seconds = !name.startsWith("P");
        boolean at = name.endsWith("AT");
        long unit = seconds ? 1000 : 1;
        return switch (random.below(8)) {
            case 0 -> random.pick(0L, -1L, -1000L);
            case 1 -> at ? LONG_AGO_MILLIS / unit : -random.between(1_000, 1_000_000);
            case 2 -> random.pick(
                    Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE / 1000 + 1, Long.MIN_VALUE / 1000 - 1, Long.MIN_VALUE / 1000);
            default -> at ? farAhead(random) / unit : random.between(10_000_000_000L, 1_000_000_000_000L) / unit;
        };
    }

    private static Object[] copy(Randomness random)
    {
        List<Object> request = new ArrayList<>(List.of("COPY", key(random), key(random)));
        for (int count = random.below(3); count > 0; count--) {
            switch (random.below(8)) {
                case 0, 1, 2 -> request.add(random.pick("REPLACE", "replace"));
                case 3 -> request.add(random.pick("DB", "x"));
                default -> request.addAll(List.of("DB", database(random)));
            }
        }
        return request.toArray();
    }

    private static Object[] scan(Randomness random)
    {
        // The count is enough for all keys there are: where a shorter scan stops is each server's own business.
        List<Object> request = new ArrayList<>(List.of("SCAN", "0", "COUNT", "1000"));
        for (int count = random.below(3); count > 0; count--) {
            switch (random.below(10)) {
                case 0, 1, 2, 3 -> request.addAll(List.of("MATCH", random.pick(PATTERNS)));
                case 4, 5, 6 -> request.addAll(List.of("type", random.pick("string", "STRING", "list", "nosuchtype")));
                case 7 -> request.add(random.pick("MATCH", "TYPE", "COUNT"));
                case 8 -> request.addAll(List.of("COUNT", random.pick("0", "-1", "x", "5000")));
                default -> request.addAll(List.of("NOVALUES", "1"));
            }
        }
        if (random.chance(5)) {
            request.set(1, random.pick("x", "18446744073709551616", " 1", "1x"));
        }
        return request.toArray();
    }

    private static Object[] flush(Randomness random)
    {
        List<Object> request = new ArrayList<>(List.of(random.pick("FLUSHDB", "FLUSHALL")));
        for (int count = random.pick(0, 0, 1, 1, 1, 2); count > 0; count--) {
            request.add(random.pick("ASYNC", "SYNC", "async", "LAZY"));
        }
        return request.toArray();
    }

    /** Nobody ever waits for long. */
    private static Object[] waiting(Randomness random)
    {
        Object replicas = random.chance(20) ? random.pick(BAD_NUMBERS) : random.pick(0, -1, 1, 99);
        Object millis = random.chance(20) ? random.pick(BAD_NUMBERS) : random.pick(1, 2, 3, -1);
        return new Object[] {"WAIT", replicas, millis};
    }

    private static Object[] tooFew(Randomness random)
    {
        String name = random.pick(
                "DEL", "UNLINK", "EXISTS", "TOUCH", "TYPE", "TTL", "EXPIRE", "PERSIST", "RENAME", "COPY", "MOVE", "SWAPDB", "KEYS", "SCAN",
                "OBJECT", "WAIT");
        return random.chance(50) ? new Object[] {name} : new Object[] {name, "a", "b", "c", "d", "e"};
    }

    private static Object[] several(Randomness random, String name)
    {
        Object[] request = new Object[2 + random.below(4)];
        request[0] = name;
        for (int index = 1; index < request.length; index++) {
            request[index] = key(random);
        }
        return request;
    }

    private static Object database(Randomness random)
    {
        return number(random, 0, 0, 1, 1, 2, 3);
    }

    private static Object number(Randomness random, Integer... usual)
    {
        if (random.chance(5)) {
            return random.pick(BAD_NUMBERS);
        }
        if (random.chance(5)) {
            return random.pick(-1L, 16L, 99L, 99_999_999_999L, -99_999_999_999L, Long.MIN_VALUE);
        }
        return random.pick(usual);
    }

    private static long farAhead(Randomness random)
    {
        return FAR_AHEAD_MILLIS + random.below(1_000_000) * 1000L;
    }

    private static String key(Randomness random)
    {
        return random.pick("a", "b", "c", "n/a", "n/b", "ns//x", "/", "/x", "", "k\r\n\u0000");
    }

    private static String value(Randomness random)
    {
        return switch (random.below(6)) {
            case 0 -> "";
            case 1 -> "x".repeat(random.below(100));
            case 2 -> "y".repeat(random.below(20_000));
            default -> random.text(random.below(8), "0123456789");
        };
    }
}

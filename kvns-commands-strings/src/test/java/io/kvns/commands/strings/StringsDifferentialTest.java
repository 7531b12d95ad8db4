package io.kvns.commands.strings;

import io.kvns.testing.CommandTester;
import io.kvns.testing.Differential;
import io.kvns.testing.Randomness;
import io.kvns.testing.ReferenceServer;
import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same random requests for kvns and for the reference: a few keys, so that they meet, and arguments that are wrong as often
 * as right.
 */
class StringsDifferentialTest
{
    private static final int RUNS = 3;
    private static final int ROUNDS = 40;
    private static final int REQUESTS_A_ROUND = 100;
    /** Times from now that no test lives to see, and points in time that have passed or are far away. */
    private static final String[] LONG_TIMES = {"100000", "86400", "1000000"};
    private static final String[] LONG_TIMES_MILLIS = {"100000000", "86400000"};
    private static final String[] FAR_SECONDS = {"1", "99999999999", "4102444800"};
    private static final String[] FAR_MILLIS = {"1", "1000", "99999999999999", "9223372036854775807"};

    @Test
    void repliesAndDataAreThoseOfTheReference()
    {
        try (ReferenceServer server = ReferenceServer.startOrSkip(); RespConnection reference = server.connect()) {
            Randomness.check(RUNS, random -> {
                reference.command("FLUSHALL");
                try (CommandTester tester = CommandTester.start()) {
                    Differential differential = new Differential(
                            request -> tester.run(ownWords(request)),
                            request -> referencesReply(reference, request),
                            StringsDifferentialTest::withoutClock);
                    for (int round = 0; round < ROUNDS; round++) {
                        setClock(tester, reference);
                        differential.run(random, REQUESTS_A_ROUND, StringsDifferentialTest::request);
                    }
                    deleteOtherTypes(tester, reference);
                    setClock(tester, reference);
                    differential.compareDataSets();
                    tester.checkStores();
                }
            });
        }
    }

    /** Sets the tester's clock, which stands still, to the time of the reference. */
    private static void setClock(CommandTester tester, RespConnection reference)
    {
        ReplyValue time = reference.command("TIME");
        long nowMillis = Long.parseLong(time.element(0).text()) * 1000 + Long.parseLong(time.element(1).text()) / 1000;
        tester.advance(nowMillis - tester.clock().millis());
    }

    /** A list is for the reference what the type of a plugin is here: something that is no string. */
    private static Object[] ownWords(Object... request)
    {
        return request[0].equals("LPUSH") ? new Object[] {"OTHERTYPE", request[1], "1"} : request;
    }

    private static ReplyValue referencesReply(RespConnection reference, Object... request)
    {
        if (!request[0].equals("LPUSH")) {
            return reference.command(request);
        }
        reference.command("DEL", request[1]);
        reference.command(request);
        return ReplyValue.ok();
    }

    private static ReplyValue withoutClock(Object[] request, ReplyValue reply)
    {
        return switch (request[0].toString()) {
            case "PTTL" -> reply.isError() ? reply : ReplyValue.integer(Long.signum(reply.integer()));
            default -> reply;
        };
    }

    private static void deleteOtherTypes(CommandTester tester, RespConnection reference)
    {
        for (ReplyValue key : reference.command("KEYS", "*").elements()) {
            if (!reference.command("TYPE", key.bytes()).text().equals("string")) {
                reference.command("DEL", key.bytes());
                tester.run("DEL", key.bytes());
            }
        }
    }

    private static Object[] request(Randomness random)
    {
        return switch (random.below(30)) {
            case 0, 1, 2, 3 -> set(random);
            case 4 -> command(random, "SETNX", key(random), value(random));
            case 5 -> command(random, "SETEX", key(random), time(random, LONG_TIMES), value(random));
            case 6 -> command(random, "PSETEX", key(random), time(random, LONG_TIMES_MILLIS), value(random));
            case 7 -> command(random, "GETSET", key(random), value(random));
            case 8 -> command(random, "GETDEL", key(random));
            case 9 -> getEx(random);
            case 10 -> many(random, "MSET");
            case 11 -> many(random, "MSETNX");
            case 12 -> command(random, "MGET", key(random), key(random), key(random));
            case 13, 14 -> command(random, "APPEND", key(random), value(random));
            case 15 -> command(random, "STRLEN", key(random));
            case 16 -> command(random, random.pick("GETRANGE", "SUBSTR"), key(random), offset(random), offset(random));
            case 17, 18 -> command(random, "SETRANGE", key(random), random.chance(80) ? random.below(60) : offset(random), value(random));
            case 19, 20 -> command(random, random.pick("INCR", "DECR"), key(random));
            case 21, 22 -> command(random, random.pick("INCRBY", "DECRBY"), key(random), number(random));
            case 23, 24 -> command(random, "INCRBYFLOAT", key(random), real(random));
            case 25 -> lcs(random);
            case 26 -> command(random, random.pick("DEL", "EXISTS", "PERSIST", "PTTL"), key(random));
            case 27 -> command(random, random.pick("APPEND", "GETRANGE", "SET", "INCR"), key(random), value(random));
            case 28 -> new Object[] {"LPUSH", key(random), "x"};
            default -> command(random, "GET", key(random));
        };
    }

    /** A command as it should be, or now and then with an argument too many or too few. */
    private static Object[] command(Randomness random, Object... words)
    {
        if (!random.chance(3)) {
            return words;
        }
        List<Object> others = new ArrayList<>(List.of(words));
        if (random.chance(50) || others.size() == 1) {
            others.add(value(random));
        }
        else {
            others.removeLast();
        }
        return others.toArray();
    }

    private static Object[] set(Randomness random)
    {
        List<Object> words = new ArrayList<>(List.of("SET", key(random), value(random)));
        while (random.chance(50)) {
            switch (random.below(9)) {
                case 0 -> words.add(random.pick("NX", "nx"));
                case 1 -> words.add("XX");
                case 2, 3 -> words.add(random.pick("GET", "get"));
                case 4 -> words.add("KEEPTTL");
                case 5 -> words.addAll(List.of("EX", time(random, LONG_TIMES)));
                case 6 -> words.addAll(List.of("PX", time(random, LONG_TIMES_MILLIS)));
                case 7 -> words.addAll(List.of("EXAT", time(random, FAR_SECONDS)));
                default -> words.addAll(List.of(random.pick("PXAT", "PxAt"), time(random, FAR_MILLIS)));
            }
        }
        return command(random, words.toArray());
    }

    private static Object[] getEx(Randomness random)
    {
        List<Object> words = new ArrayList<>(List.of("GETEX", key(random)));
        while (random.chance(60)) {
            switch (random.below(5)) {
                case 0 -> words.add("PERSIST");
                case 1 -> words.addAll(List.of("EX", time(random, LONG_TIMES)));
                case 2 -> words.addAll(List.of("PX", time(random, LONG_TIMES_MILLIS)));
                case 3 -> words.addAll(List.of("EXAT", time(random, FAR_SECONDS)));
                default -> words.addAll(List.of("PXAT", time(random, FAR_MILLIS)));
            }
        }
        return command(random, words.toArray());
    }

    private static Object[] many(Randomness random, String name)
    {
        List<Object> words = new ArrayList<>(List.of(name));
        do {
            words.add(random.chance(name.equals("MSETNX") ? 50 : 100) ? key(random) : "new" + random.below(40));
            words.add(value(random));
        }
        while (random.chance(60));
        return command(random, words.toArray());
    }

    private static Object[] lcs(Randomness random)
    {
        List<Object> words = new ArrayList<>(List.of("LCS", key(random), key(random)));
        while (random.chance(50)) {
            switch (random.below(4)) {
                case 0 -> words.add("LEN");
                case 1 -> words.add("IDX");
                case 2 -> words.add("WITHMATCHLEN");
                default -> words.addAll(List.of("MINMATCHLEN", random.chance(80) ? random.between(-1, 4) : number(random)));
            }
        }
        return command(random, words.toArray());
    }

    private static Object key(Randomness random)
    {
        return random.chance(95) ? random.pick("a", "b", "c", "d", "e", "f") : random.pick("", "new1", "ns/a", "\0\r\n");
    }

    private static Object value(Randomness random)
    {
        return switch (random.below(10)) {
            case 0, 1, 2 -> number(random);
            case 3, 4 -> real(random);
            case 5 -> random.bytes(random.below(100));
            case 6 -> random.text(random.chance(10) ? 3_000 + random.below(3_000) : random.below(60), "ab");
            default -> random.text(random.below(12), "abc123");
        };
    }

    private static Object number(Randomness random)
    {
        return random.chance(90)
                ? random.chance(50) ? random.between(-20, 20) : random.anyLong()
                : random.pick("+1", "01", "-0", "", " 1", "1 ", "9223372036854775808", "1.0", "x");
    }

    private static Object real(Randomness random)
    {
        return switch (random.below(5)) {
            case 0 -> number(random);
            case 1 -> random.text(1 + random.below(4), "0123456789") + "." + random.text(1 + random.below(6), "0123456789");
            case 2 -> random.pick("0.1", "1e3", "-2.5e-3", "inf", "-inf", "nan", "1e400", "1e4932", "0x1p4", "3.0", "1e-17");
            case 3 -> Double.toString(random.fraction());
            default -> Long.toString(random.between(-1_000_000, 1_000_000));
        };
    }

    private static Object offset(Randomness random)
    {
        return random.chance(85) ? random.between(-70, 70) : number(random);
    }

    private static Object time(Randomness random, String... valid)
    {
        return random.chance(85)
                ? random.pick(valid)
                : random.pick("0", "-1", "x", "", "9223372036854775807", "9223372036854775808", "1.5");
    }
}

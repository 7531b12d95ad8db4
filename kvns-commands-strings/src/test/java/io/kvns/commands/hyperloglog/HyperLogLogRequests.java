package io.kvns.commands.hyperloglog;

import io.kvns.testing.Differential;
import io.kvns.testing.Randomness;

/** Makes up requests of the HyperLogLog family, on few keys that hold sets, strings that are none, lists or nothing. */
final class HyperLogLogRequests
        implements Differential.Requests
{
    private static final String[] SETS = {"a", "b", "c", "d"};

    @Override
    public Object[] next(Randomness random)
    {
        return switch (random.below(24)) {
            case 0, 1, 2, 3 -> add(random, random.below(10));
            case 4 -> add(random, random.below(400));
            case 5 -> random.chance(10) ? add(random, 20_000) : add(random, 1);
            case 6, 7, 8 -> request("PFCOUNT", key(random));
            case 9 -> keys(random, "PFCOUNT");
            case 10, 11 -> keys(random, "PFMERGE");
            case 12, 13, 14 -> request("GET", set(random));
            case 15 -> request("PFDEBUG", random.pick("ENCODING", "decode"), key(random));
            case 16 -> random.chance(20) ? request("PFDEBUG", random.pick("GETREG", "TODENSE", "NOSUCH"), key(random)) : add(random, 2);
            case 17 -> request("DEL", set(random));
            case 18 -> random.chance(20) ? request("EXPIRE", set(random), 1_000) : request("EXISTS", set(random));
            case 19 -> random.chance(10)
                    ? request("SET", set(random), random.pick("", "HYLL", "some other string of letters", "12"))
                    : add(random, 3);
            case 20 -> random.chance(30)
                    ? request("SET", "string", "HYLL" + random.text(random.below(20), "\u0000\u0001 !"))
                    : add(random, 3);
            case 21 -> random.chance(30) ? request("OTHERTYPE", "list", 1) : request("DEL", "list");
            default -> add(random, 1);
        };
    }

    private static Object[] add(Randomness random, int elements)
    {
        String key = key(random);
        // Where an element finds the value corrupted, the reference keeps what the elements before it changed.
        Object[] request = new Object[2 + (key.equals("string") ? Math.min(elements, 1) : elements)];
        request[0] = "PFADD";
        request[1] = key;
        for (int index = 2; index < request.length; index++) {
            request[index] = random.chance(50) ? (Object) random.below(50_000) : random.bytes(random.below(50));
        }
        return request;
    }

    private static Object[] keys(Randomness random, String name)
    {
        Object[] request = new Object[2 + random.below(4)];
        request[0] = name;
        for (int index = 1; index < request.length; index++) {
            request[index] = key(random);
        }
        return request;
    }

    private static Object[] request(Object... arguments)
    {
        return arguments;
    }

    private static String set(Randomness random)
    {
        return random.pick(SETS);
    }

    private static String key(Randomness random)
    {
        return random.chance(94) ? set(random) : random.pick("string", "list", "none");
    }
}

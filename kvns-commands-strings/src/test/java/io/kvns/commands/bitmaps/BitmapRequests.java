package io.kvns.commands.bitmaps;

import io.kvns.testing.Differential;
import io.kvns.testing.Randomness;
import java.util.ArrayList;
import java.util.List;

/** Makes up requests of the bitmap family, on few keys that hold strings, numbers, lists or nothing. */
final class BitmapRequests
        implements Differential.Requests
{
    private static final String[] KEYS = {"a", "b", "c", "d", "number", "list"};

    @Override
    public Object[] next(Randomness random)
    {
        return switch (random.below(24)) {
            case 0, 1 -> request("SETBIT", key(random), bitOffset(random), bit(random));
            case 2 -> request("GETBIT", key(random), bitOffset(random));
            case 3, 4, 5 -> ranged(random, 2, "BITCOUNT", key(random));
            case 6, 7, 8 -> ranged(random, 1, "BITPOS", key(random), bit(random));
            case 9, 10, 11 -> bitOp(random);
            case 12, 13, 14, 15, 16 -> bitField(random, "BITFIELD");
            case 17 -> bitField(random, "BITFIELD_RO");
            case 18 -> request("SET", string(random), random.bytes(random.below(30)));
            case 19 -> request("SET", string(random), filled(random));
            case 20 -> request("SET", "number", random.anyLong());
            case 21 -> request("DEL", key(random));
            case 22 -> random.chance(50) ? request("OTHERTYPE", "list", 1) : request("EXPIRE", key(random), 1_000);
            default -> random.chance(50) ? request("GET", key(random)) : request("EXISTS", key(random));
        };
    }

    private static Object[] request(Object... arguments)
    {
        return arguments;
    }

    private static String key(Randomness random)
    {
        return random.pick(KEYS);
    }

    private static String string(Randomness random)
    {
        return KEYS[random.below(5)];
    }

    private static byte[] filled(Randomness random)
    {
        byte[] bytes = new byte[random.below(40)];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) (random.chance(95) ? -1 : 0);
        }
        return bytes;
    }

    private static Object bit(Randomness random)
    {
        return random.chance(95) ? random.below(2) : random.pick("2", "-1", "x", "", "01", "9999999999999999999");
    }

    private static Object bitOffset(Randomness random)
    {
        if (random.chance(90)) {
            return random.below(400);
        }
        return random.chance(30) ? random.anyLong() >> 40 : random.pick("x", "", "-1", "4294967296", "9223372036854775807", "00", "+1");
    }

    /** A request with none, one, two or three arguments more, well-formed: what is not is checked at another time since 7.2. */
    private static Object[] ranged(Randomness random, int least, Object... start)
    {
        List<Object> request = new ArrayList<>(List.of(start));
        int more = random.below(4);
        if (more == 1 && least == 2) {
            more = 0;
        }
        if (more > 0) {
            request.add(rangeOffset(random));
        }
        if (more > 1) {
            request.add(rangeOffset(random));
        }
        if (more > 2) {
            request.add(random.pick("BIT", "bit", "BYTE", "byte"));
        }
        return request.toArray();
    }

    private static Object rangeOffset(Randomness random)
    {
        return random.chance(90) ? random.between(-60, 60) : random.anyLong();
    }

    private static Object[] bitOp(Randomness random)
    {
        List<Object> request = new ArrayList<>(List.of("BITOP"));
        request.add(random.chance(98) ? random.pick("AND", "or", "XOR", "NOT") : random.pick("NAND", ""));
        request.add(random.chance(90) ? string(random) : key(random));
        int sources = random.chance(50) ? 1 : 1 + random.below(4);
        for (int index = 0; index < sources; index++) {
            request.add(random.chance(95) ? string(random) : key(random));
        }
        return request.toArray();
    }

    private static Object[] bitField(Randomness random, String name)
    {
        List<Object> request = new ArrayList<>(List.of(name, key(random)));
        int parts = random.below(5);
        boolean readsOnly = name.endsWith("RO") && random.chance(90);
        for (int part = 0; part < parts; part++) {
            int kind = readsOnly ? 0 : random.below(10);
            if (kind < 4) {
                request.addAll(List.of(random.pick("GET", "get"), type(random), fieldOffset(random)));
            }
            else if (kind < 6) {
                request.addAll(List.of("SET", type(random), fieldOffset(random), numberToSet(random)));
            }
            else if (kind < 8) {
                request.addAll(List.of("INCRBY", type(random), fieldOffset(random), number(random)));
            }
            else {
                request.addAll(List.of("OVERFLOW", random.chance(97) ? random.pick("WRAP", "SAT", "FAIL", "sat") : "NONE"));
            }
        }
        if (random.chance(3)) {
            request.add(random.pick("GET", "SET", "INCRBY", "OVERFLOW", "PUT", ""));
        }
        return request.toArray();
    }

    private static Object type(Randomness random)
    {
        if (random.chance(97)) {
            return random.chance(50) ? "i" + random.between(1, 64) : "u" + random.between(1, 63);
        }
        return random.pick("u64", "i65", "i0", "u0", "8", "i", "", "u08", "I8", "i-1");
    }

    private static Object fieldOffset(Randomness random)
    {
        if (random.chance(97)) {
            return random.chance(50) ? random.below(300) : "#" + random.below(20);
        }
        return random.pick("#", "#x", "#-1", "-1", "x", "", "#01", "##1", "#9223372036854775807", "#4294967296", "4294967296",
                "#99999999999999999999");
    }

    private static Object number(Randomness random)
    {
        return random.chance(98) ? random.anyLong() : random.pick("x", "", "1.5", "9223372036854775808");
    }

    /** Not the least numbers: where they are too small for a field, the reference saturates to the greatest number that fits. */
    private static Object numberToSet(Randomness random)
    {
        Object number = number(random);
        return number instanceof Long value && value < Long.MIN_VALUE / 2 ? Long.valueOf(Long.MIN_VALUE / 2) : number;
    }
}

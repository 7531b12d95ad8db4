package io.kvns.commands.strings;

import io.kvns.api.Bytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * XXH3, the 64-bit variant without seed and with the default secret, after the published specification of xxHash.
 *
 * <p>Inputs fall into five classes by length, each with a way of its own: empty, 1-3, 4-8 and 9-16 bytes are mixed at once; 17-128 and
 * 129-240 bytes in chunks of 16; longer ones in stripes of 64 bytes that feed eight accumulators, scrambled after each block of 1024.
 */
final class XxHash3
{
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long PRIME32_1 = 0x9E3779B1L;
    private static final long PRIME32_2 = 0x85EBCA77L;
    private static final long PRIME32_3 = 0xC2B2AE3DL;
    private static final long PRIME64_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME64_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME64_3 = 0x165667B19E3779F9L;
    private static final long PRIME64_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME64_5 = 0x27D4EB2F165667C5L;
    private static final long PRIME_MX1 = 0x165667919E3779F9L;
    private static final long PRIME_MX2 = 0x9FB21C651E98DF25L;

    private static final byte[] SECRET = HexFormat.of().parseHex(
            "b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
                    + "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
                    + "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
                    + "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364"
                    + "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e"
                    + "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e");

    private static final int STRIPE_BYTES = 64;
    private static final int LANES = 8;
    private static final int BLOCK_STRIPES = (SECRET.length - STRIPE_BYTES) / Long.BYTES;
    private static final int BLOCK_BYTES = BLOCK_STRIPES * STRIPE_BYTES;
    private static final int SCRAMBLE_OFFSET = SECRET.length - STRIPE_BYTES;
    private static final int LAST_STRIPE_OFFSET = SECRET.length - 71;
    private static final int MERGE_OFFSET = 11;

    private XxHash3()
    {
    }

    /** The hash of all bytes. */
    static long hash(Bytes input)
    {
        long length = input.length();
        if (length > 240) {
            return hashLong(input, length);
        }
        if (length > 128) {
            return hash129To240(input, (int) length);
        }
        if (length > 16) {
            return hash17To128(input, (int) length);
        }
        if (length > 8) {
            return hash9To16(input, (int) length);
        }
        if (length > 3) {
            return hash4To8(input, (int) length);
        }
        return length > 0 ? hash1To3(input, (int) length) : avalancheXxh64(secret(56) ^ secret(64));
    }

    private static long hash1To3(Bytes input, int length)
    {
        long first = input.at(0) & 0xffL;
        long middle = input.at(length >> 1) & 0xffL;
        long last = input.at(length - 1) & 0xffL;
        long combined = last | ((long) length << 8) | (first << 16) | (middle << 24);
        long words = secret(0);
        return avalancheXxh64((words & 0xffffffffL) ^ (words >>> 32) ^ combined);
    }

    private static long hash4To8(Bytes input, int length)
    {
        long combined = unsignedInt(input, length - 4) | (unsignedInt(input, 0) << 32);
        long value = secret(8) ^ secret(16) ^ combined;
        value ^= Long.rotateLeft(value, 49) ^ Long.rotateLeft(value, 24);
        value *= PRIME_MX2;
        value ^= (value >>> 35) + length;
        value *= PRIME_MX2;
        return value ^ (value >>> 28);
    }

    private static long hash9To16(Bytes input, int length)
    {
        long low = secret(24) ^ secret(32) ^ input.longAt(0);
        long high = secret(40) ^ secret(48) ^ input.longAt(length - 8);
        return avalanche(length + Long.reverseBytes(low) + high + foldedProduct(low, high));
    }

    private static long hash17To128(Bytes input, int length)
    {
        long sum = length * PRIME64_1;
        for (int pair = (length - 1) >> 5; pair >= 0; pair--) {
            sum += mix(input, pair * 16L, pair * 32);
            sum += mix(input, length - pair * 16L - 16, pair * 32 + 16);
        }
        return avalanche(sum);
    }

    private static long hash129To240(Bytes input, int length)
    {
        long sum = length * PRIME64_1;
        for (int chunk = 0; chunk < 8; chunk++) {
            sum += mix(input, chunk * 16L, chunk * 16);
        }
        sum = avalanche(sum);
        for (int chunk = 8; chunk < length >> 4; chunk++) {
            sum += mix(input, chunk * 16L, (chunk - 8) * 16 + 3);
        }
        return avalanche(sum + mix(input, length - 16, 119));
    }

    private static long hashLong(Bytes input, long length)
    {
        long[] lanes = {PRIME32_3, PRIME64_1, PRIME64_2, PRIME64_3, PRIME64_4, PRIME32_2, PRIME64_5, PRIME32_1};
        // The last block, full or not, is not scrambled, and its last stripe is always made of the last 64 bytes.
        long lastBlock = (length - 1) / BLOCK_BYTES * BLOCK_BYTES;
        for (long block = 0; block < lastBlock; block += BLOCK_BYTES) {
            for (int stripe = 0; stripe < BLOCK_STRIPES; stripe++) {
                accumulate(lanes, input, block + (long) stripe * STRIPE_BYTES, stripe * Long.BYTES);
            }
            scramble(lanes);
        }
        int stripes = (int) (length - lastBlock - 1) / STRIPE_BYTES;
        for (int stripe = 0; stripe < stripes; stripe++) {
            accumulate(lanes, input, lastBlock + (long) stripe * STRIPE_BYTES, stripe * Long.BYTES);
        }
        accumulate(lanes, input, length - STRIPE_BYTES, LAST_STRIPE_OFFSET);

        long result = length * PRIME64_1;
        for (int lane = 0; lane < LANES; lane += 2) {
            int offset = MERGE_OFFSET + lane * Long.BYTES;
            result += foldedProduct(lanes[lane] ^ secret(offset), lanes[lane + 1] ^ secret(offset + Long.BYTES));
        }
        return avalanche(result);
    }

    private static void accumulate(long[] lanes, Bytes input, long inputOffset, int secretOffset)
    {
        for (int lane = 0; lane < LANES; lane++) {
            long word = input.longAt(inputOffset + (long) lane * Long.BYTES);
            long keyed = word ^ secret(secretOffset + lane * Long.BYTES);
            lanes[lane ^ 1] += word;
            lanes[lane] += (keyed & 0xffffffffL) * (keyed >>> 32);
        }
    }

    private static void scramble(long[] lanes)
    {
        for (int lane = 0; lane < LANES; lane++) {
            long value = lanes[lane];
            lanes[lane] = (value ^ (value >>> 47) ^ secret(SCRAMBLE_OFFSET + lane * Long.BYTES)) * PRIME32_1;
        }
    }

    private static long mix(Bytes input, long inputOffset, int secretOffset)
    {
        return foldedProduct(
                input.longAt(inputOffset) ^ secret(secretOffset),
                input.longAt(inputOffset + Long.BYTES) ^ secret(secretOffset + Long.BYTES));
    }

    private static long foldedProduct(long left, long right)
    {
        return (left * right) ^ Math.unsignedMultiplyHigh(left, right);
    }

    private static long avalanche(long value)
    {
        long mixed = (value ^ (value >>> 37)) * PRIME_MX1;
        return mixed ^ (mixed >>> 32);
    }

    private static long avalancheXxh64(long value)
    {
        long mixed = (value ^ (value >>> 33)) * PRIME64_2;
        mixed = (mixed ^ (mixed >>> 29)) * PRIME64_3;
        return mixed ^ (mixed >>> 32);
    }

    private static long secret(int offset)
    {
        return (long) LONG.get(SECRET, offset);
    }

    private static long unsignedInt(Bytes input, int offset)
    {
        return (input.at(offset) & 0xffL)
                | ((input.at(offset + 1) & 0xffL) << 8)
                | ((input.at(offset + 2) & 0xffL) << 16)
                | ((input.at(offset + 3) & 0xffL) << 24);
    }
}

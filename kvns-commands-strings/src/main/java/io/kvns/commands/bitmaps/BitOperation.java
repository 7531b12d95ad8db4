package io.kvns.commands.bitmaps;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.StandardError;
import java.util.Arrays;

/** How {@code BITOP} makes one string of several, bit by bit; a string that is too short reads as if zeros followed it. */
enum BitOperation
{
    /** Bits set in all. */
    AND,
    /** Bits set in any. */
    OR,
    /** Bits set in an odd number of them. */
    XOR,
    /** Bits clear in the only one. */
    NOT,
    /** Bits set in the first and in no other. */
    DIFF,
    /** Bits set in any but the first, and not in the first. */
    DIFF1,
    /** Bits set in the first and in any other. */
    ANDOR,
    /** Bits set in exactly one. */
    ONE;

    private static final BitOperation[] OPERATIONS = values();

    /**
     * The operation that an argument names.
     *
     * @throws io.kvns.api.CommandException {@link StandardError#SYNTAX}
     */
    static BitOperation parse(Arguments arguments, int index)
    {
        for (BitOperation operation : OPERATIONS) {
            if (arguments.is(index, operation.name())) {
                return operation;
            }
        }
        throw StandardError.SYNTAX.exception();
    }

    /**
     * Refuses a number of sources that the operation cannot do with.
     *
     * @throws io.kvns.api.CommandException one of {@link BitmapError}
     */
    void checkSources(int count)
    {
        switch (this) {
            case AND, OR, XOR, ONE -> {
            }
            case NOT -> {
                if (count != 1) {
                    throw BitmapError.NOT_NEEDS_ONE_SOURCE.exception();
                }
            }
            case DIFF -> needTwo(count, BitmapError.DIFF_NEEDS_TWO_SOURCES);
            case DIFF1 -> needTwo(count, BitmapError.DIFF1_NEEDS_TWO_SOURCES);
            case ANDOR -> needTwo(count, BitmapError.ANDOR_NEEDS_TWO_SOURCES);
        }
    }

    private static void needTwo(int count, BitmapError otherwise)
    {
        if (count < 2) {
            throw otherwise.exception();
        }
    }

    /**
     * Makes a part of the result.
     *
     * @param sources the strings, as many as {@link #checkSources} allows
     * @param offset the first byte to make
     * @param target where to put the bytes, from its start
     * @param count how many to make; at most the length of each array
     * @param operand room for a part of one source
     * @param repeated room for what the operation {@link #ONE} must remember
     */
    void apply(Bytes[] sources, long offset, byte[] target, int count, byte[] operand, byte[] repeated)
    {
        switch (this) {
            case AND -> {
                read(sources[0], offset, target, count);
                for (int index = 1; index < sources.length; index++) {
                    read(sources[index], offset, operand, count);
                    and(target, operand, count);
                }
            }
            case OR -> {
                read(sources[0], offset, target, count);
                orFrom(1, sources, offset, target, count, operand);
            }
            case XOR -> {
                read(sources[0], offset, target, count);
                for (int index = 1; index < sources.length; index++) {
                    read(sources[index], offset, operand, count);
                    xor(target, operand, count);
                }
            }
            case NOT -> {
                read(sources[0], offset, target, count);
                not(target, count);
            }
            case DIFF -> {
                read(sources[1], offset, target, count);
                orFrom(2, sources, offset, target, count, operand);
                not(target, count);
                read(sources[0], offset, operand, count);
                and(target, operand, count);
            }
            case DIFF1 -> {
                read(sources[1], offset, target, count);
                orFrom(2, sources, offset, target, count, operand);
                read(sources[0], offset, operand, count);
                not(operand, count);
                and(target, operand, count);
            }
            case ANDOR -> {
                read(sources[1], offset, target, count);
                orFrom(2, sources, offset, target, count, operand);
                read(sources[0], offset, operand, count);
                and(target, operand, count);
            }
            case ONE -> {
                read(sources[0], offset, target, count);
                Arrays.fill(repeated, 0, count, (byte) 0);
                for (int index = 1; index < sources.length; index++) {
                    read(sources[index], offset, operand, count);
                    orCommon(repeated, target, operand, count);
                    or(target, operand, count);
                }
                not(repeated, count);
                and(target, repeated, count);
            }
        }
    }

    private static void orFrom(int first, Bytes[] sources, long offset, byte[] target, int count, byte[] operand)
    {
        for (int index = first; index < sources.length; index++) {
            read(sources[index], offset, operand, count);
            or(target, operand, count);
        }
    }

    private static void read(Bytes source, long offset, byte[] target, int count)
    {
        int there = Math.clamp(source.length() - offset, 0, count);
        if (there > 0) {
            source.copyTo(offset, target, 0, there);
        }
        Arrays.fill(target, there, count, (byte) 0);
    }

    // These loops are as plain as they are so that the compiler makes vector instructions of them.

    private static void and(byte[] target, byte[] operand, int count)
    {
        for (int index = 0; index < count; index++) {
            target[index] = (byte) (target[index] & operand[index]);
        }
    }

    private static void or(byte[] target, byte[] operand, int count)
    {
        for (int index = 0; index < count; index++) {
            target[index] = (byte) (target[index] | operand[index]);
        }
    }

    private static void xor(byte[] target, byte[] operand, int count)
    {
        for (int index = 0; index < count; index++) {
            target[index] = (byte) (target[index] ^ operand[index]);
        }
    }

    private static void not(byte[] target, int count)
    {
        for (int index = 0; index < count; index++) {
            target[index] = (byte) ~target[index];
        }
    }

    private static void orCommon(byte[] target, byte[] left, byte[] right, int count)
    {
        for (int index = 0; index < count; index++) {
            target[index] = (byte) (target[index] | (left[index] & right[index]));
        }
    }
}

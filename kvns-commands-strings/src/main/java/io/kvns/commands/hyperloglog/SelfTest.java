package io.kvns.commands.hyperloglog;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Tries the two encodings of registers against plain ones, and the estimates against known numbers of elements. */
final class SelfTest
{
    private static final int ROUNDS = 4;
    private static final int MOST_ELEMENTS = 1_000_000;

    /** With 1.04 / sqrt(registers) as its standard error, an estimate is farther off than six times that once in some hundred million. */
    private static final double MOST_ERROR = 6 * 1.04 / Math.sqrt(Format.REGISTERS);

    /** How far off the estimate of a small number may be, where few elements share a register. */
    private static final long MOST_SMALL_ERROR = 5;

    private final RandomGenerator random;
    private final Workspace workspace = new Workspace();

    SelfTest(RandomGenerator random)
    {
        this.random = random;
    }

    /** What is wrong, null if nothing is. */
    @Nullable String run()
    {
        for (int round = 0; round < ROUNDS; round++) {
            @Nullable String failure = registers();
            if (failure != null) {
                return failure;
            }
        }
        return estimates();
    }

    private @Nullable String registers()
    {
        byte[] expected = new byte[Format.REGISTERS];
        ArrayBytes dense = new ArrayBytes(Format.DENSE_VALUE_BYTES);
        dense.length(Format.DENSE_VALUE_BYTES);
        for (int change = 0; change < 2 * Format.REGISTERS; change++) {
            int index = random.nextInt(Format.REGISTERS);
            int rank = random.nextInt(64);
            DenseRegisters.set(dense, index, rank);
            expected[index] = (byte) rank;
        }
        for (int index = 0; index < Format.REGISTERS; index++) {
            int found = DenseRegisters.get(dense, index);
            if (found != expected[index]) {
                return "Register " + index + " should be " + expected[index] + " but is " + found;
            }
        }
        return null;
    }

    /** Adds elements to a sparse set until it is full and to a dense one, and looks at both at 1, 2, 5, 10, 20, ... elements. */
    private @Nullable String estimates()
    {
        SparseRegisters sparse = workspace.sparse();
        sparse.clear();
        ArrayBytes dense = new ArrayBytes(Format.DENSE_VALUE_BYTES);
        dense.length(Format.DENSE_VALUE_BYTES);
        ArrayBytes element = new ArrayBytes(Long.BYTES);
        element.length(Long.BYTES);
        long seed = random.nextLong();
        boolean full = false;
        int checkpoint = 1;
        for (int count = 1; count <= MOST_ELEMENTS; count++) {
            element.putLong(0, seed ^ count);
            int found = Element.of(element);
            int index = Element.index(found);
            int rank = Element.rank(found);
            if (DenseRegisters.get(dense, index) < rank) {
                DenseRegisters.set(dense, index, rank);
                full = full || sparse.raise(index, rank, HyperLogLogPlugin.DEFAULT_SPARSE_MAX_BYTES) == SparseRegisters.Outcome.NO_ROOM;
            }
            if (count == checkpoint) {
                @Nullable String failure = estimate(count, dense, full);
                if (failure != null) {
                    return failure;
                }
                checkpoint = next(checkpoint);
            }
        }
        return null;
    }

    private @Nullable String estimate(int count, ArrayBytes dense, boolean full)
    {
        workspace.clearRanks();
        DenseRegisters.mergeInto(workspace.ranks(), dense);
        long estimate = workspace.estimateOfRanks();
        if (Math.abs(estimate - count) > Math.max(MOST_SMALL_ERROR, MOST_ERROR * count)) {
            return "The estimate of " + count + " elements is " + estimate;
        }
        if (!full) {
            byte[] ofDense = workspace.ranks().toByteArray();
            workspace.clearRanks();
            workspace.sparse().mergeInto(workspace.ranks());
            if (!Arrays.equals(ofDense, workspace.ranks().array())) {
                return "Sparse and dense registers differ after " + count + " elements";
            }
        }
        return null;
    }

    private static int next(int checkpoint)
    {
        return Integer.toString(checkpoint).charAt(0) == '2' ? checkpoint / 2 * 5 : checkpoint * 2;
    }
}

package io.kvns.commands.hyperloglog;

import io.kvns.api.Bytes;
import java.util.Arrays;

/**
 * Room on the heap in which values are read and made, so that no command allocates any: 80 KB for each thread that executes
 * commands. What it holds is of no use after the command.
 */
final class Workspace
{
    private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

    private final SparseRegisters sparse = new SparseRegisters();
    private final ArrayBytes dense = new ArrayBytes(Format.DENSE_VALUE_BYTES);
    private final ArrayBytes ranks = new ArrayBytes(Format.REGISTERS);
    private final RankHistogram histogram = new RankHistogram();

    Workspace()
    {
        ranks.length(Format.REGISTERS);
    }

    /** The one of the thread that runs. */
    static Workspace get()
    {
        return OF_THREAD.get();
    }

    /** A value in sparse encoding. */
    SparseRegisters sparse()
    {
        return sparse;
    }

    /** Sets all ranks to 0. */
    void clearRanks()
    {
        Arrays.fill(ranks.array(), (byte) 0);
    }

    /** The rank of each register, a byte each. */
    ArrayBytes ranks()
    {
        return ranks;
    }

    /**
     * Raises the ranks to those of a checked value, of which {@link #sparse} is a copy then if it is sparse.
     *
     * @throws io.kvns.api.CommandException {@link HyperLogLogError#CORRUPTED}
     */
    void merge(Bytes value)
    {
        if (Format.isDense(value)) {
            DenseRegisters.mergeInto(ranks, value);
        }
        else {
            sparse.load(value);
            sparse.mergeInto(ranks);
        }
    }

    /** How many different elements were added to the sets whose {@link #ranks} were merged. */
    long estimateOfRanks()
    {
        histogram.clear();
        for (int index = 0; index < Format.REGISTERS; index += Long.BYTES) {
            histogram.addEight(ranks.longAt(index));
        }
        return Estimator.estimate(histogram);
    }

    /**
     * How many different elements were added to a checked value.
     *
     * @throws io.kvns.api.CommandException {@link HyperLogLogError#CORRUPTED}
     */
    long estimate(Bytes value)
    {
        histogram.clear();
        if (Format.isDense(value)) {
            DenseRegisters.count(value, histogram);
        }
        else {
            sparse.load(value);
            sparse.count(histogram);
        }
        return Estimator.estimate(histogram);
    }

    /**
     * The value in {@link #sparse} in dense encoding, its cached estimate included.
     *
     * @throws io.kvns.api.CommandException {@link HyperLogLogError#CORRUPTED}
     */
    ArrayBytes denseOfSparse()
    {
        clearRanks();
        sparse.mergeInto(ranks);
        return denseOfRanks(sparse.value());
    }

    /** A value in dense encoding that holds the ranks; its header is that of a checked value, or a new one if that is empty. */
    ArrayBytes denseOfRanks(Bytes header)
    {
        dense.length(Format.DENSE_VALUE_BYTES);
        if (header.length() == 0) {
            Format.putHeader(dense);
        }
        else {
            Format.copyHeader(header, dense);
        }
        DenseRegisters.pack(ranks, dense);
        return dense;
    }
}

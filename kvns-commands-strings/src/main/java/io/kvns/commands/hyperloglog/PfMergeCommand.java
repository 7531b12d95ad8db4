package io.kvns.commands.hyperloglog;

import static io.kvns.api.AclCategory.HYPERLOGLOG;
import static io.kvns.api.KeyFlag.ACCESS;
import static io.kvns.api.KeyFlag.INSERT;
import static io.kvns.api.KeyFlag.RW;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.MutableBytes;
import io.kvns.api.Reply;
import io.kvns.api.SettingValue;
import io.kvns.api.StringEditor;
import io.kvns.api.StringView;

/**
 * {@code PFMERGE destkey [sourcekey ...]}: adds to a set all elements of others, and replies {@code OK}.
 *
 * <p>Missing sources are empty sets, a missing destination is made. The destination keeps its expiry; it becomes dense if any source
 * is.
 *
 * <p>Errors, key by key in the order they are checked, the destination first: {@link io.kvns.api.StandardError#WRONG_TYPE} when it
 * holds anything but a string, {@link HyperLogLogError#NOT_VALID} when the string is none of this family,
 * {@link HyperLogLogError#CORRUPTED} when its registers make no sense.
 */
final class PfMergeCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("pfmerge")
            .arity(-2)
            .denyOom()
            .key(1, KeyAccess.of(RW, ACCESS, INSERT))
            .keys(2, -1, 1, KeyAccess.READ)
            .acl(HYPERLOGLOG)
            .group(CommandGroup.HYPERLOGLOG)
            .since("2.8.9")
            .summary("Merges several HyperLogLogs into one.")
            .complexity("O(N) to merge N HyperLogLogs, but with high constant times.")
            .arguments(ArgumentSpec.key("destkey", 0), ArgumentSpec.key("sourcekey", 1).optional().multiple())
            .build();

    private final SettingValue<Long> sparseMaxBytes;

    PfMergeCommand(SettingValue<Long> sparseMaxBytes)
    {
        this.sparseMaxBytes = sparseMaxBytes;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Workspace workspace = Workspace.get();
        workspace.clearRanks();
        boolean anyDense = false;
        StringView source = context.keyspace().stringView();
        int count = arguments.count();
        for (int index = 1; index < count; index++) {
            source.moveTo(arguments.key(index));
            if (source.exists()) {
                Format.check(source);
                anyDense |= Format.isDense(source);
                workspace.merge(source);
            }
        }

        Bytes key = arguments.key(1);
        StringEditor destination = context.keyspace().editString(key);
        if (anyDense) {
            storeDense(destination, workspace);
        }
        else {
            store(destination, workspace);
        }
        context.notify(KeyspaceEvent.Kind.STRING, "pfadd", key);
        reply.ok();
    }

    /** Raises the registers of a sparse or missing value one by one, so that its bytes become those that the reference makes. */
    private void store(StringEditor destination, Workspace workspace)
    {
        SparseRegisters sparse = workspace.sparse();
        if (destination.exists()) {
            sparse.load(destination);
        }
        else {
            sparse.clear();
        }
        long longestBytes = sparseMaxBytes.get();
        ArrayBytes ranks = workspace.ranks();
        for (int index = 0; index < Format.REGISTERS; index++) {
            int rank = ranks.at(index);
            if (rank != 0 && sparse.raise(index, rank, longestBytes) == SparseRegisters.Outcome.NO_ROOM) {
                storeDense(destination, workspace);
                return;
            }
        }
        Format.invalidateEstimate(sparse.value());
        sparse.value().storeInto(destination);
    }

    /** Stores all ranks; those of the destination are among them. */
    private static void storeDense(StringEditor destination, Workspace workspace)
    {
        MutableBytes bytes;
        if (destination.exists() && Format.isDense(destination)) {
            bytes = destination.mutableBytes(Format.DENSE_VALUE_BYTES);
            DenseRegisters.pack(workspace.ranks(), bytes);
            Format.invalidateEstimate(bytes);
        }
        else {
            ArrayBytes dense = workspace.denseOfRanks(destination);
            Format.invalidateEstimate(dense);
            dense.storeInto(destination);
        }
    }
}

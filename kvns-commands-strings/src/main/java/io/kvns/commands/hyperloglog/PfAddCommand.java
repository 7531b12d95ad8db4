package io.kvns.commands.hyperloglog;

import static io.kvns.api.AclCategory.HYPERLOGLOG;

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

/**
 * {@code PFADD key [element ...]}: adds elements to a set whose number of different elements {@code PFCOUNT} estimates; replies 1 if that
 * changed the set, else 0.
 *
 * <p>A missing key becomes an empty set first, which counts as a change.
 *
 * <p>Errors, in the order they are checked: {@link io.kvns.api.StandardError#WRONG_TYPE} when the key holds anything but a string,
 * {@link HyperLogLogError#NOT_VALID} when the string is none of this family, {@link HyperLogLogError#CORRUPTED} when its registers
 * make no sense; nothing is changed then.
 */
final class PfAddCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("pfadd")
            .arity(-2)
            .denyOom()
            .fast()
            .key(1, KeyAccess.ADD)
            .acl(HYPERLOGLOG)
            .group(CommandGroup.HYPERLOGLOG)
            .since("2.8.9")
            .summary("Adds elements to a HyperLogLog; makes the key if it is missing.")
            .complexity("O(1) to add every element.")
            .arguments(ArgumentSpec.key("key"), ArgumentSpec.string("element").optional().multiple())
            .build();

    private static final int FIRST_ELEMENT = 2;

    private final SettingValue<Long> sparseMaxBytes;

    PfAddCommand(SettingValue<Long> sparseMaxBytes)
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
        Bytes key = arguments.key(1);
        StringEditor value = context.keyspace().editString(key);
        if (add(value, arguments)) {
            context.notify(KeyspaceEvent.Kind.STRING, "pfadd", key);
            reply.integer(1);
        }
        else {
            reply.integer(0);
        }
    }

    private boolean add(StringEditor value, Arguments arguments)
    {
        Workspace workspace = Workspace.get();
        if (!value.exists()) {
            workspace.sparse().clear();
            return addToSparse(value, workspace, arguments, true);
        }
        Format.check(value);
        if (Format.isDense(value)) {
            return addToDense(value, arguments);
        }
        workspace.sparse().load(value);
        return addToSparse(value, workspace, arguments, false);
    }

    private static boolean addToDense(StringEditor value, Arguments arguments)
    {
        int count = arguments.count();
        for (int argument = FIRST_ELEMENT; argument < count; argument++) {
            int element = Element.of(arguments.bytes(argument));
            if (DenseRegisters.get(value, Element.index(element)) < Element.rank(element)) {
                MutableBytes bytes = value.mutableBytes(Format.DENSE_VALUE_BYTES);
                addAll(bytes, arguments, argument);
                Format.invalidateEstimate(bytes);
                return true;
            }
        }
        return false;
    }

    private static void addAll(MutableBytes dense, Arguments arguments, int first)
    {
        int count = arguments.count();
        for (int argument = first; argument < count; argument++) {
            int element = Element.of(arguments.bytes(argument));
            if (DenseRegisters.get(dense, Element.index(element)) < Element.rank(element)) {
                DenseRegisters.set(dense, Element.index(element), Element.rank(element));
            }
        }
    }

    /** Adds the elements to the set in the workspace, and stores that if it is {@code changed}, by this or before. */
    private boolean addToSparse(StringEditor value, Workspace workspace, Arguments arguments, boolean changed)
    {
        SparseRegisters sparse = workspace.sparse();
        long longestBytes = sparseMaxBytes.get();
        boolean raised = changed;
        int count = arguments.count();
        for (int argument = FIRST_ELEMENT; argument < count; argument++) {
            int element = Element.of(arguments.bytes(argument));
            SparseRegisters.Outcome outcome = sparse.raise(Element.index(element), Element.rank(element), longestBytes);
            if (outcome == SparseRegisters.Outcome.NO_ROOM) {
                ArrayBytes dense = workspace.denseOfSparse();
                addAll(dense, arguments, argument);
                store(dense, value);
                return true;
            }
            raised |= outcome == SparseRegisters.Outcome.RAISED;
        }
        if (raised) {
            store(sparse.value(), value);
        }
        return raised;
    }

    private static void store(ArrayBytes made, StringEditor value)
    {
        Format.invalidateEstimate(made);
        made.storeInto(value);
    }
}

package io.kvns.commands.hyperloglog;

import static io.kvns.api.AclCategory.HYPERLOGLOG;
import static io.kvns.api.KeyFlag.ACCESS;
import static io.kvns.api.KeyFlag.RW;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeySpec;
import io.kvns.api.Keyspace;
import io.kvns.api.MutableBytes;
import io.kvns.api.Reply;
import io.kvns.api.StringView;

/**
 * {@code PFCOUNT key [key ...]}: replies with the estimated number of different elements that were added to a set, or to any of
 * several; the standard error is 0.81 %.
 *
 * <p>Missing keys are empty sets. The estimate of a single set is cached in the value: after a change, the next count writes it, which
 * is an effect though the command only reads.
 *
 * <p>Errors, key by key in the order they are checked: {@link io.kvns.api.StandardError#WRONG_TYPE} when it holds anything but a
 * string, {@link HyperLogLogError#NOT_VALID} when the string is none of this family, {@link HyperLogLogError#CORRUPTED} when its
 * registers make no sense.
 */
final class PfCountCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.reading("pfcount")
            .arity(-2)
            .flags(CommandFlag.MAY_REPLICATE)
            .keys(new KeySpec(
                    new KeySpec.AtIndex(1),
                    new KeySpec.Range(-1, 1, 0),
                    KeyAccess.of(RW, ACCESS),
                    "RW because it may change the internal representation of the key, and propagate to replicas"))
            .acl(HYPERLOGLOG)
            .group(CommandGroup.HYPERLOGLOG)
            .since("2.8.9")
            .summary("Estimates how many different elements were added to one or several HyperLogLogs.")
            .complexity("O(1) for a single key whose estimate is cached; O(N) otherwise, N being the keys, with a large constant.")
            .arguments(ArgumentSpec.key("key").multiple())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        reply.integer(arguments.count() == 2 ? countOne(context, arguments.key(1)) : countUnion(context.keyspace(), arguments));
    }

    private static long countOne(CommandContext context, Bytes key)
    {
        StringView value = context.keyspace().string(key);
        if (!value.exists()) {
            return 0;
        }
        Format.check(value);
        long cached = Format.cachedEstimate(value);
        if (cached >= 0) {
            return cached;
        }
        long estimate = Workspace.get().estimate(value);
        MutableBytes bytes = context.keyspace().editString(key).mutableBytes(Format.HEADER_BYTES);
        Format.cacheEstimate(bytes, estimate);
        if (context.effects().wanted()) {
            context.effects().command("PFCOUNT").argument(key);
        }
        return estimate;
    }

    private static long countUnion(Keyspace keyspace, Arguments arguments)
    {
        Workspace workspace = Workspace.get();
        workspace.clearRanks();
        StringView value = keyspace.stringView();
        int count = arguments.count();
        for (int index = 1; index < count; index++) {
            value.moveTo(arguments.key(index));
            if (value.exists()) {
                Format.check(value);
                workspace.merge(value);
            }
        }
        return workspace.estimateOfRanks();
    }
}

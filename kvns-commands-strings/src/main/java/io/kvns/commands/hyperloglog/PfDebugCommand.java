package io.kvns.commands.hyperloglog;

import static io.kvns.api.AclCategory.HYPERLOGLOG;
import static io.kvns.api.KeyFlag.ACCESS;
import static io.kvns.api.KeyFlag.RW;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandException;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.Reply;
import io.kvns.api.StringEditor;

/**
 * {@code PFDEBUG GETREG | DECODE | ENCODING | TODENSE key}: shows the inside of a HyperLogLog.
 *
 * <p>{@code GETREG} replies with all registers, and makes the value dense; {@code DECODE} with the codes of a sparse value as text;
 * {@code ENCODING} with {@code sparse} or {@code dense}; {@code TODENSE} makes the value dense and replies 1 if it was not.
 *
 * <p>Errors, in the order they are checked: {@link HyperLogLogError#NO_SUCH_KEY}, {@link io.kvns.api.StandardError#WRONG_TYPE},
 * {@link HyperLogLogError#NOT_VALID}, an unknown subcommand, {@link HyperLogLogError#NOT_SPARSE} of {@code DECODE},
 * {@link HyperLogLogError#CORRUPTED} when the registers make no sense.
 */
final class PfDebugCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("pfdebug")
            .arity(3)
            .denyOom()
            .flags(CommandFlag.ADMIN)
            .key(2, KeyAccess.of(RW, ACCESS))
            .acl(HYPERLOGLOG)
            .group(CommandGroup.HYPERLOGLOG)
            .since("2.8.9")
            .summary("Shows the inside of a HyperLogLog.")
            .complexity("N/A")
            .arguments(ArgumentSpec.string("subcommand"), ArgumentSpec.key("key"))
            .systemCommand()
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        StringEditor value = context.keyspace().editString(arguments.key(2));
        if (!value.exists()) {
            throw HyperLogLogError.NO_SUCH_KEY.exception();
        }
        Format.check(value);
        if (arguments.is(1, "GETREG")) {
            registers(value, reply);
        }
        else if (arguments.is(1, "DECODE")) {
            if (Format.isDense(value)) {
                throw HyperLogLogError.NOT_SPARSE.exception();
            }
            SparseRegisters sparse = Workspace.get().sparse();
            sparse.load(value);
            reply.bulk(sparse.describe());
        }
        else if (arguments.is(1, "ENCODING")) {
            reply.simple(Format.isDense(value) ? "dense" : "sparse");
        }
        else if (arguments.is(1, "TODENSE")) {
            reply.integer(makeDense(value) ? 1 : 0);
        }
        else {
            throw new CommandException("ERR Unknown PFDEBUG subcommand '" + arguments.text(1) + "'");
        }
    }

    private static void registers(StringEditor value, Reply reply)
    {
        makeDense(value);
        Workspace workspace = Workspace.get();
        workspace.clearRanks();
        workspace.merge(value);
        reply.array(Format.REGISTERS);
        for (byte rank : workspace.ranks().array()) {
            reply.integer(rank);
        }
    }

    private static boolean makeDense(StringEditor value)
    {
        if (Format.isDense(value)) {
            return false;
        }
        Workspace workspace = Workspace.get();
        workspace.sparse().load(value);
        workspace.denseOfSparse().storeInto(value);
        return true;
    }
}

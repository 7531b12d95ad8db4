package io.kvns.testing;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Blocks;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandPlugin;
import io.kvns.api.CommandSpec;
import io.kvns.api.CustomType;
import io.kvns.api.KeyAccess;
import io.kvns.api.Keyspace;
import io.kvns.api.PluginContext;
import io.kvns.api.Reply;
import java.util.List;

/**
 * A plugin with the one command {@code OTHERTYPE key number}, which stores a value of a type of its own: for tests of what
 * commands do with keys that hold a type they do not expect.
 */
public final class OtherTypePlugin
        implements CommandPlugin
{
    private static final CustomType TYPE = new OtherType();

    @Override
    public String name()
    {
        return "othertype";
    }

    @Override
    public List<CustomType> types()
    {
        return List.of(TYPE);
    }

    @Override
    public List<Command> commands(PluginContext context)
    {
        return List.of(new OtherTypeCommand());
    }

    /** {@code OTHERTYPE key number}: stores a value that is no string. */
    private static final class OtherTypeCommand
            implements Command
    {
        private static final CommandSpec SPEC = CommandSpec.writing("othertype")
                .denyOom()
                .arity(3)
                .key(1, KeyAccess.OVERWRITE)
                .since("1.0.0")
                .summary("Stores a value of a type that no other command knows.")
                .complexity("O(1)")
                .arguments(ArgumentSpec.key("key"), ArgumentSpec.integer("number"))
                .build();

        @Override
        public CommandSpec spec()
        {
            return SPEC;
        }

        @Override
        public void execute(CommandContext context, Arguments arguments, Reply reply)
        {
            long number = arguments.integer(2);
            Bytes key = arguments.key(1);
            Blocks blocks = context.keyspace().blocks(key);
            long root = blocks.allocate(Long.BYTES);
            blocks.putLong(root, 0, number);
            context.keyspace().setCustom(key, TYPE, root, Keyspace.NEVER);
            reply.ok();
        }
    }

    /** One number in one block. */
    private static final class OtherType
            implements CustomType
    {
        @Override
        public String name()
        {
            return "othertype";
        }

        @Override
        public int version()
        {
            return 0;
        }

        @Override
        public long copy(long root, Blocks source, Blocks target)
        {
            long copy = target.allocate(Long.BYTES);
            target.putLong(copy, 0, source.getLong(root, 0));
            return copy;
        }

        @Override
        public void free(long root, Blocks blocks)
        {
            blocks.free(root);
        }

        @Override
        public long memoryBytes(long root, Blocks blocks)
        {
            return blocks.length(root);
        }

        @Override
        public void serialize(long root, Blocks blocks, Sink sink)
        {
            sink.integer(blocks.getLong(root, 0));
        }

        @Override
        public long deserialize(Source source, int version, Blocks blocks)
        {
            long number = source.integer();
            long root = blocks.allocate(Long.BYTES);
            blocks.putLong(root, 0, number);
            return root;
        }
    }
}

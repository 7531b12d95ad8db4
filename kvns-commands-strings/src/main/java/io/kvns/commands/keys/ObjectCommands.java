package io.kvns.commands.keys;

import static io.kvns.api.AclCategory.KEYSPACE;
import static io.kvns.api.ArgumentSpec.key;
import static io.kvns.api.CommandGroup.GENERIC;
import static io.kvns.api.KeyAccess.INSPECT;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandSpec;
import io.kvns.api.ContainerCommand;
import io.kvns.api.HelpCommand;
import io.kvns.api.Keyspace;
import io.kvns.api.Reply;
import java.util.List;

/**
 * {@code OBJECT ENCODING | FREQ | IDLETIME | REFCOUNT key}: reply with how the value of a key is kept, nil for a missing key. None of
 * them counts as an access.
 *
 * <p>Errors: {@link KeysError#NO_ACCESS_FREQUENCY} and {@link KeysError#NO_IDLE_TIME} for a key that is there, as the eviction
 * policy counts accesses or not.
 */
final class ObjectCommands
{
    private static final List<String> HELP = List.of(
            "ENCODING <key>",
            "    Return the kind of internal representation used in order to store the value",
            "    associated with a <key>.",
            "FREQ <key>",
            "    Return the access frequency index of the <key>. The returned integer is",
            "    proportional to the logarithm of the recent access frequency of the key.",
            "IDLETIME <key>",
            "    Return the idle time of the <key>, that is the approximated number of",
            "    seconds elapsed since the last access to the key.",
            "REFCOUNT <key>",
            "    Return the number of references of the value associated with the specified",
            "    <key>.");

    private ObjectCommands()
    {
    }

    /** {@code OBJECT} with its subcommands. */
    static Command object()
    {
        CommandSpec spec = CommandSpec.other("object")
                .arity(-2)
                .group(GENERIC)
                .since("2.2.3")
                .summary("A container for commands that look at how values are kept.")
                .complexity("Depends on subcommand.")
                .build();
        return new ContainerCommand(spec, List.of(
                new EncodingCommand(),
                new FrequencyCommand(),
                new IdleTimeCommand(),
                new ReferenceCountCommand(),
                new HelpCommand("object", GENERIC, "6.2.0", HELP, KEYSPACE)));
    }

    private static CommandSpec.Builder spec(String name)
    {
        return CommandSpec.reading(name)
                .arity(3)
                .key(2, INSPECT)
                .acl(KEYSPACE)
                .group(GENERIC)
                .since("2.2.3")
                .complexity("O(1)")
                .tips("nondeterministic_output")
                .arguments(key("key"));
    }

    /** {@code OBJECT ENCODING key}: the name of the value's encoding. */
    private static final class EncodingCommand
            implements Command
    {
        private static final CommandSpec SPEC = ObjectCommands.spec("encoding")
                .summary("Names the encoding of the value of a key.")
                .build();

        @Override
        public CommandSpec spec()
        {
            return SPEC;
        }

        @Override
        public void execute(CommandContext context, Arguments arguments, Reply reply)
        {
            String encoding = context.keyspace().encoding(arguments.key(2));
            if (encoding == null) {
                reply.nil();
            }
            else {
                reply.bulk(encoding);
            }
        }
    }

    /** {@code OBJECT FREQ key}: the logarithmic access counter, from 0 to 255. */
    private static final class FrequencyCommand
            implements Command
    {
        private static final CommandSpec SPEC = ObjectCommands.spec("freq")
                .since("4.0.0")
                .summary("Shows the logarithmic access counter of a key.")
                .build();

        @Override
        public CommandSpec spec()
        {
            return SPEC;
        }

        @Override
        public void execute(CommandContext context, Arguments arguments, Reply reply)
        {
            Keyspace keyspace = context.keyspace();
            Bytes key = arguments.key(2);
            if (!keyspace.exists(key)) {
                reply.nil();
                return;
            }
            if (!keyspace.countsAccesses()) {
                throw KeysError.NO_ACCESS_FREQUENCY.exception();
            }
            reply.integer(keyspace.accessFrequency(key));
        }
    }

    /** {@code OBJECT IDLETIME key}: the seconds since the last access. */
    private static final class IdleTimeCommand
            implements Command
    {
        private static final CommandSpec SPEC = ObjectCommands.spec("idletime")
                .summary("Tells how many seconds ago a key was last accessed.")
                .build();

        @Override
        public CommandSpec spec()
        {
            return SPEC;
        }

        @Override
        public void execute(CommandContext context, Arguments arguments, Reply reply)
        {
            Keyspace keyspace = context.keyspace();
            Bytes key = arguments.key(2);
            if (!keyspace.exists(key)) {
                reply.nil();
                return;
            }
            if (keyspace.countsAccesses()) {
                throw KeysError.NO_IDLE_TIME.exception();
            }
            reply.integer(keyspace.idleSeconds(key));
        }
    }

    /** {@code OBJECT REFCOUNT key}: always 1 for a key that is there, since no two keys ever share a value. */
    private static final class ReferenceCountCommand
            implements Command
    {
        private static final CommandSpec SPEC = ObjectCommands.spec("refcount")
                .summary("Counts the references to the value of a key.")
                .build();

        @Override
        public CommandSpec spec()
        {
            return SPEC;
        }

        @Override
        public void execute(CommandContext context, Arguments arguments, Reply reply)
        {
            if (context.keyspace().exists(arguments.key(2))) {
                reply.integer(1);
            }
            else {
                reply.nil();
            }
        }
    }
}

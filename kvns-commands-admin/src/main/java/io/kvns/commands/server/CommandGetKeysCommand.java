package io.kvns.commands.server;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.Reply;
import io.kvns.api.admin.CommandCatalog;
import io.kvns.api.admin.CommandDescription;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code COMMAND GETKEYS command [arg ...]} and {@code COMMAND GETKEYSANDFLAGS command [arg ...]}: replies with the keys of a
 * request, the latter each with what the command would do to it.
 *
 * <p>Errors, in the order they are checked: no such command, a command without keys, a wrong number of arguments, arguments that hide the
 * keys (such as a bad number of keys).
 */
final class CommandGetKeysCommand
        implements Command
{
    private static final CommandError NO_COMMAND = CommandError.of("ERR Invalid command specified");
    private static final CommandError NO_KEYS = CommandError.of("ERR The command has no key arguments");
    private static final CommandError WRONG_COUNT = CommandError.of("ERR Invalid number of arguments specified for command");
    private static final CommandError WRONG_ARGUMENTS = CommandError.of("ERR Invalid arguments specified for command");
    private static final int FIRST = 2;

    private final CommandCatalog catalog;
    private final boolean withFlags;
    private final CommandSpec spec;

    /** A key's index and what happens to it. */
    private record FoundKey(int index, KeyAccess access)
    {
    }

    CommandGetKeysCommand(CommandCatalog catalog, boolean withFlags)
    {
        this.catalog = catalog;
        this.withFlags = withFlags;
        this.spec = CommandCommand.spec(withFlags ? "getkeysandflags" : "getkeys")
                .arity(-3)
                .since(withFlags ? "7.0.0" : "2.8.13")
                .summary(withFlags ? "Finds the keys of a request and says what happens to them." : "Finds the keys of a request.")
                .complexity("O(N), N being the number of arguments of the request")
                .arguments(ArgumentSpec.string("command"), ArgumentSpec.string("arg").optional().multiple())
                .build();
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        Arguments request = new LaterArguments(arguments, FIRST);
        CommandDescription command = lookUp(request);
        if (command == null) {
            throw NO_COMMAND.exception();
        }
        if (command.spec().keySpecs().isEmpty() && command.spec().keyFinder().isEmpty()) {
            throw NO_KEYS.exception();
        }
        int arity = command.spec().arity();
        if (arity > 0 ? request.count() != arity : request.count() < -arity) {
            throw WRONG_COUNT.exception();
        }
        List<FoundKey> keys = new ArrayList<>();
        boolean valid = catalog.findKeys(command, request, (index, access) -> keys.add(new FoundKey(index, access)));
        if ((!valid || keys.isEmpty()) && !command.spec().is(CommandFlag.NO_MANDATORY_KEYS)) {
            throw WRONG_ARGUMENTS.exception();
        }
        write(reply, request, keys);
    }

    private @Nullable CommandDescription lookUp(Arguments request)
    {
        CommandDescription command = catalog.find(request.text(0));
        if (command == null || command.subcommands().isEmpty() || request.count() == 1) {
            return command;
        }
        return catalog.find(command.fullName() + "|" + request.text(1));
    }

    private void write(Reply reply, Arguments request, List<FoundKey> keys)
    {
        reply.array(keys.size());
        for (FoundKey key : keys) {
            if (!withFlags) {
                reply.bulk(request.bytes(key.index));
                continue;
            }
            reply.array(2);
            reply.bulk(request.bytes(key.index));
            CommandInfoReply.writeAccess(reply, key.access);
        }
    }
}

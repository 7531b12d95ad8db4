package io.kvns.api.admin;

import io.kvns.api.Arguments;
import io.kvns.api.KeyFinder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All commands that the server has. */
public interface CommandCatalog
{
    /** The commands, in the order of plugins and of what they list; each other name of a command is one of its own. */
    List<CommandDescription> commands();

    /** A command by its name, or a subcommand as {@code container|name}; the case does not matter. Null for none. */
    @Nullable CommandDescription find(String fullName);

    /**
     * Reports each key of a request that has as many arguments as its command asks for.
     *
     * @return false if the request is malformed in a way that hides its keys
     */
    boolean findKeys(CommandDescription command, Arguments request, KeyFinder.Sink sink);
}

package io.kvns.api;

import java.util.List;

/**
 * One command: what it is (its spec) and what it does.
 *
 * <p>A command is stateless and shared by all threads; services come to it by its constructor. While it executes, the shards of
 * its declared keys are locked, so that what it does is atomic. It writes exactly one reply. Bad input leaves by
 * {@link CommandException}: the server then discards what the reply holds so far and answers with the error, so everything
 * that can be wrong is checked before the first change.
 */
public interface Command
{
    /** What the server and its users know about the command; the same object at every call. */
    CommandSpec spec();

    /**
     * Does the command's work and writes its reply.
     *
     * @param arguments the request, the command's name first; for a subcommand the container's name, then its own
     */
    void execute(CommandContext context, Arguments arguments, Reply reply);

    /**
     * The commands below a container such as {@code CONFIG}; empty for all others. A container itself is executed by a request of its
     * name alone, if its arity allows that, as {@code COMMAND}'s does; else never.
     */
    default List<Command> subcommands()
    {
        return List.of();
    }
}

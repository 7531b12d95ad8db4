package io.kvns.api.admin;

import io.kvns.api.Bytes;
import java.util.List;

/** The log of commands that took long. */
public interface SlowCommands
{
    /** The newest commands, at most {@code count} of them, the newest first. */
    List<SlowCommand> newest(long count);

    /** How many commands are in the log. */
    int length();

    /** Removes all; their numbers go on. */
    void reset();

    /**
     * A command that took long.
     *
     * @param id a number that grows by one from command to command
     * @param unixSeconds when it ended
     * @param micros how long it took
     * @param arguments the request, shortened and without secrets
     * @param clientAddress where the client connected from
     * @param clientName the name that the client gave itself
     */
    record SlowCommand(long id, long unixSeconds, long micros, List<Bytes> arguments, String clientAddress, String clientName)
    {
        /** A command with a copy of the given list. */
        public SlowCommand
        {
            arguments = List.copyOf(arguments);
        }
    }
}

package io.kvns.api.admin;

import io.kvns.api.CommandException;
import java.util.List;

/** The server's settings with their current values, for {@code CONFIG}. All names are in lower case. */
public interface ConfigurationControl
{
    /** A name, in any case, with a new value's text. */
    record Change(String name, String text)
    {
    }

    /** The names of all settings, aliases included, in the order of their declaration. */
    List<String> names();

    /**
     * The text of a setting's value.
     *
     * @param name one of {@link #names}
     */
    String text(String name);

    /** Whether a name, in any case, is that of a setting whose value must not be logged. */
    boolean isSecret(String name);

    /**
     * Gives settings new values: all of them or, if one is refused, none.
     *
     * @param changes in the order of the request
     * @param fromThisMachine whether the client that asks is connected from this machine
     * @throws CommandException if a name is unknown or stands twice, a setting cannot be changed, or a value is refused
     */
    void set(List<Change> changes, boolean fromThisMachine);

    /**
     * Writes the values into the configuration file that the server was started with, leaving its comments and its order.
     *
     * @throws CommandException if there is no such file, or it cannot be written
     */
    void rewrite();
}

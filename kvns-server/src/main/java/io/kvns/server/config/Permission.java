package io.kvns.server.config;

import java.util.List;

/** Who may use a command or setting that could harm the server. */
public enum Permission
        implements EnumForm.Worded
{
    NO("no"),
    YES("yes"),
    /** Only those who connect from this machine. */
    LOCAL("local");

    private final List<String> words;

    Permission(String word)
    {
        this.words = List.of(word);
    }

    @Override
    public List<String> words()
    {
        return words;
    }

    /** Whether a client may, which is connected from this machine or not. */
    public boolean allows(boolean fromThisMachine)
    {
        return this == YES || (this == LOCAL && fromThisMachine);
    }
}

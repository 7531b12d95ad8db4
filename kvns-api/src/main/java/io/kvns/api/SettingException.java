package io.kvns.api;

/**
 * Says why a setting cannot have a value, in words for users: {@code argument must be 'yes' or 'no'}.
 *
 * <p>It carries no stack trace: it is how bad configuration leaves, not a defect.
 */
public final class SettingException
        extends RuntimeException
{
    private static final long serialVersionUID = 1;

    /** A refusal for the given reason. */
    public SettingException(String reason)
    {
        super(reason, null, false, false);
    }

    /** Why the value is refused. */
    public String reason()
    {
        return getMessage();
    }
}

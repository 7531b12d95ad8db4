package io.kvns.server.plugins;

import io.kvns.api.CommandPlugin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of kvns-api: a plugin works with a server whose major number is the same and whose minor number is not lower. */
record ApiVersion(int major, int minor)
{
    /** {@code major.minor}, a patch number may follow. */
    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})(\\.[0-9A-Za-z.-]+)?");

    static final ApiVersion CURRENT = of(CommandPlugin.API_VERSION);

    private static ApiVersion of(String text)
    {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether a plugin that was built for another version works with this one; not so for what is no version at all. */
    boolean serves(String builtFor)
    {
        if (!FORM.matcher(builtFor).matches()) {
            return false;
        }
        ApiVersion wanted = of(builtFor);
        return wanted.major == major && wanted.minor <= minor;
    }

    @Override
    public String toString()
    {
        return major + "." + minor;
    }
}

package io.kvns.server;

import java.util.Locale;

/** The version of this server, and that of the reference whose behaviour it has. */
public final class Version
{
    /** The version of Redis whose behaviour this server has; clients decide by it what they may use. */
    public static final String REFERENCE = "7.2.4";

    private Version()
    {
    }

    /** The version of kvns; {@code development} when it runs from class files. */
    public static String kvns()
    {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** One line for people. */
    public static String line()
    {
        return String.format(Locale.ROOT, "kvns server v=%s compatible=redis-%s java=%s bits=64", kvns(), REFERENCE, Runtime.version());
    }
}

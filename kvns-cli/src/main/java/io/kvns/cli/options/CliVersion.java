package io.kvns.cli.options;

/** Which kvns-cli this is. */
public final class CliVersion
{
    private CliVersion() {}

    /** The program's name and version. */
    public static String text()
    {
        String version = CliVersion.class.getPackage().getImplementationVersion();
        return version == null ? "kvns-cli" : "kvns-cli " + version;
    }
}

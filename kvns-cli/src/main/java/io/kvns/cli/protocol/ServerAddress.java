package io.kvns.cli.protocol;

/** Where a server listens: a host and a port, or a Unix domain socket when {@code socketPath} is not null. */
public record ServerAddress(String host, int port, String socketPath)
{
    /** The address as prompts and messages show it. */
    public String display()
    {
        if (socketPath != null) {
            return socketPath;
        }
        String shown = host.length() > 255 ? host.substring(0, 32).concat("...") : host;
        return (shown.indexOf(':') >= 0 ? "[" + shown + "]" : shown) + ":" + port;
    }
}

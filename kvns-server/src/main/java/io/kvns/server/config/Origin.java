package io.kvns.server.config;

/**
 * Where a value was given.
 *
 * @param source the kind of place
 * @param place the place within it, as users find it: {@code /etc/kvns.conf:12}, {@code KVNS_PORT}, {@code --port}
 */
record Origin(Source source, String place)
{
    /** The places in which settings are given at the start, each going before those that stand before it. */
    enum Source
    {
        FILE,
        ENVIRONMENT,
        FLAG
    }

    static Origin line(String file, int number)
    {
        return new Origin(Source.FILE, file + ":" + number);
    }

    static Origin variable(String name)
    {
        return new Origin(Source.ENVIRONMENT, name);
    }

    static Origin flag(String name)
    {
        return new Origin(Source.FLAG, name);
    }
}

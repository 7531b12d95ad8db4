package io.kvns.cli.output;

/** How replies are printed. */
public enum OutputMode
{
    /** With types, for people. */
    TYPED,
    /** The bytes alone, for scripts. */
    RAW,
    CSV,
    JSON,
    /** JSON in which strings are first quoted as {@link #TYPED} does, so that it is ASCII. */
    QUOTED_JSON;
}

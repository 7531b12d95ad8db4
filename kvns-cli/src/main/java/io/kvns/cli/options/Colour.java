package io.kvns.cli.options;

/** When to use colours. */
public enum Colour
{
    /** On a terminal that has them, unless {@code NO_COLOR} is set. */
    AUTO,
    ALWAYS,
    NEVER;
}

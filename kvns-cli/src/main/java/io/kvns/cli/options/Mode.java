package io.kvns.cli.options;

/** What kvns-cli does instead of sending the command given, or reading commands. */
public enum Mode
{
    COMMAND,
    HELP,
    VERSION,
    PIPE,
    SCAN,
    STAT,
    LATENCY,
    LATENCY_HISTORY,
    LATENCY_DISTRIBUTION,
    BIG_KEYS,
    MEMORY_KEYS,
    EVAL;
}

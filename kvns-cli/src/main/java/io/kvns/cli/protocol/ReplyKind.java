package io.kvns.cli.protocol;

/** The kinds of reply RESP2 and RESP3 know. */
public enum ReplyKind
{
    STATUS,
    ERROR,
    INTEGER,
    DOUBLE,
    BOOLEAN,
    BIG_NUMBER,
    BULK,
    VERBATIM,
    NIL,
    ARRAY,
    MAP,
    SET,
    PUSH;
}

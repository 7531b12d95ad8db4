package io.kvns.server.config;

/** Says that a snapshot is due {@code seconds} after the last if there were at least {@code changes}. */
public record SavePoint(long seconds, long changes)
{
}

package io.kvns.server.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the log shows them: {@code 2026-01-31T23:59:59.999Z}. */
final class Timestamp
{
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Timestamp()
    {
    }

    static void append(StringBuilder target, Instant time)
    {
        FORMAT.formatTo(time, target);
    }
}

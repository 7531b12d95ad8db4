package io.kvns.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** The lines that {@link TextEncoder} and {@link JsonEncoder} write. */
class LogLinesTest
{
    private static final String INJECTION = "%s${jndi:ldap://x}\n2026-01-01T00:00:00.000Z INFO  [main] forged: line\u2028\u001b[0m";

    @Test
    void aTextLineHoldsTimeLevelThreadLoggerAndMessage()
    {
        assertThat(text(event(Level.INFO, "port {} is open", 6480))).isEqualTo(
                "2026-01-31T23:59:59.007Z INFO  [loop-1] io.kvns.Test: port 6480 is open\n");
        assertThat(text(event(Level.ERROR, "x"))).startsWith("2026-01-31T23:59:59.007Z ERROR [loop-1] ");
    }

    @Test
    void aTextLineCannotBeForged()
    {
        LoggingEvent event = event(Level.WARN, "key {}", INJECTION);
        event.setKeyValuePairs(List.of(new KeyValuePair("a\nb", "c\rd"), new KeyValuePair("n", null)));
        assertThat(text(event)).isEqualTo("2026-01-31T23:59:59.007Z WARN  [loop-1] io.kvns.Test: key %s${jndi:ldap://x}\\n"
                + "2026-01-01T00:00:00.000Z INFO  [main] forged: line\\u2028\\x1b[0m a\\nb=c\\rd n=null\n");
    }

    @Test
    void stackTracesFollowIndentedAndTheirMessagesCannotForgeLines()
    {
        Exception cause = new IllegalStateException("inner\nforged");
        Exception failure = new IllegalArgumentException("outer", cause);
        failure.addSuppressed(new IllegalStateException("hidden"));
        String text = text(event(Level.ERROR, "failed", failure));
        assertThat(text.lines().skip(1)).allSatisfy(line -> assertThat(line).startsWith("    "));
        assertThat(text).contains("\n    java.lang.IllegalArgumentException: outer\n        at io.kvns.server.log.LogLinesTest.")
                .contains("\n        Suppressed: java.lang.IllegalStateException: hidden\n")
                .contains("\n    Caused by: java.lang.IllegalStateException: inner\\nforged\n");
    }

    @Test
    void exceptionsThatCauseEachOtherEnd()
    {
        Exception first = new IllegalStateException("first");
        Exception second = new IllegalStateException("second", first);
        first.initCause(second);
        assertThat(text(event(Level.ERROR, "failed", first))).contains("second");
    }

    @Test
    void aJsonLineIsOneObject()
    {
        LoggingEvent event = event(Level.INFO, "caf\u00e9 \"{}\" \\ \n\u2028", "quoted");
        event.setKeyValuePairs(
                List.of(new KeyValuePair("count", 5), new KeyValuePair("name", "a\"b"), new KeyValuePair("no", null)));
        assertThat(json(event)).isEqualTo("{\"time\":\"2026-01-31T23:59:59.007Z\",\"level\":\"info\",\"thread\":\"loop-1\","
                + "\"logger\":\"io.kvns.Test\",\"message\":\"caf\\u00e9 \\\"quoted\\\" \\\\ \\n\\u2028\","
                + "\"data\":{\"count\":5,\"name\":\"a\\\"b\",\"no\":null}}\n");
    }

    @Test
    void aJsonLineHoldsTheException()
    {
        String json = json(event(Level.ERROR, "failed", new IllegalStateException("a\nb")));
        assertThat(json).contains("\"exception\":{\"type\":\"java.lang.IllegalStateException\",\"message\":\"a\\nb\",")
                .contains("\"stack\":\"java.lang.IllegalStateException: a\\\\nb\\n    at io.kvns.")
                .endsWith("\"}}\n");
        assertThat(json.lines()).hasSize(1);
    }

    @Test
    void levelsAndTimesAreTheSameInTurkeyAndArabia()
    {
        Locale before = Locale.getDefault();
        try {
            for (Locale locale : List.of(Locale.of("tr", "TR"), Locale.forLanguageTag("ar-EG-u-nu-arab"))) {
                Locale.setDefault(locale);
                assertThat(text(event(Level.INFO, "x"))).startsWith("2026-01-31T23:59:59.007Z INFO ");
                assertThat(json(event(Level.INFO, "x"))).contains("\"level\":\"info\"").contains("2026-01-31T23:59:59.007Z");
            }
        }
        finally {
            Locale.setDefault(before);
        }
    }

    private static LoggingEvent event(Level level, String message, Object... arguments)
    {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        Logger logger = context.getLogger("io.kvns.Test");
        Throwable failure = arguments.length == 1 && arguments[0] instanceof Throwable thrown ? thrown : null;
        LoggingEvent event = new LoggingEvent(LogLinesTest.class.getName(), logger, level, message, failure, arguments);
        event.setInstant(Instant.parse("2026-01-31T23:59:59.007Z"));
        event.setThreadName("loop-1");
        return event;
    }

    private static String text(LoggingEvent event)
    {
        return new String(new TextEncoder().encode(event), StandardCharsets.UTF_8);
    }

    private static String json(LoggingEvent event)
    {
        return new String(new JsonEncoder().encode(event), StandardCharsets.UTF_8);
    }
}

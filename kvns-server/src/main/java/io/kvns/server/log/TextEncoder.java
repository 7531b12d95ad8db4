package io.kvns.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/**
 * Writes an event as a line of text: time in UTC, level, thread, logger, message, then what belongs to it as {@code key=value}. The
 * stack trace of an exception follows in lines that begin with blanks; nothing else has more than one line.
 */
final class TextEncoder
        extends EncoderBase<ILoggingEvent>
{
    private static final int LEVEL_WIDTH = 5;

    @Override
    public byte[] headerBytes()
    {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event)
    {
        StringBuilder line = new StringBuilder(160);
        Timestamp.append(line, Instant.ofEpochMilli(event.getTimeStamp()));
        String level = event.getLevel().toString();
        line.append(' ').append(level).append(" ".repeat(Math.max(0, LEVEL_WIDTH - level.length()))).append(" [");
        PlainText.append(line, event.getThreadName());
        line.append("] ");
        PlainText.append(line, event.getLoggerName());
        line.append(": ");
        PlainText.append(line, String.valueOf(event.getFormattedMessage()));
        appendPairs(line, event.getKeyValuePairs());
        event.getMDCPropertyMap().forEach((key, value) -> appendPair(line, key, value));
        line.append('\n');
        appendStackTrace(line, event.getThrowableProxy());
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendPairs(StringBuilder line, List<KeyValuePair> pairs)
    {
        if (pairs != null) {
            for (KeyValuePair pair : pairs) {
                appendPair(line, pair.key, pair.value);
            }
        }
    }

    private static void appendPair(StringBuilder line, String key, Object value)
    {
        line.append(' ');
        PlainText.append(line, key);
        line.append('=');
        PlainText.append(line, String.valueOf(value));
    }

    private static void appendStackTrace(StringBuilder line, IThrowableProxy exception)
    {
        if (exception != null) {
            for (String frame : StackTrace.of(exception)) {
                line.append("    ").append(frame).append('\n');
            }
        }
    }

    @Override
    public byte[] footerBytes()
    {
        return new byte[0];
    }
}

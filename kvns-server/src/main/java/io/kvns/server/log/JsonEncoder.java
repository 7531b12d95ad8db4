package io.kvns.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/**
 * Writes an event as one JSON object on a line: {@code time}, {@code level}, {@code thread}, {@code logger}, {@code message}, and, where
 * there are any, {@code data} with keys and values and {@code exception} with {@code type}, {@code message} and {@code stack}. Only ASCII.
 */
final class JsonEncoder
        extends EncoderBase<ILoggingEvent>
{
    @Override
    public byte[] headerBytes()
    {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event)
    {
        StringBuilder line = new StringBuilder(256);
        line.append("{\"time\":\"");
        Timestamp.append(line, Instant.ofEpochMilli(event.getTimeStamp()));
        line.append("\",\"level\":");
        appendString(line, event.getLevel().toString().toLowerCase(Locale.ROOT));
        line.append(",\"thread\":");
        appendString(line, event.getThreadName());
        line.append(",\"logger\":");
        appendString(line, event.getLoggerName());
        line.append(",\"message\":");
        appendString(line, String.valueOf(event.getFormattedMessage()));
        appendData(line, data(event));
        appendException(line, event.getThrowableProxy());
        line.append("}\n");
        return line.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Map<String, Object> data(ILoggingEvent event)
    {
        Map<String, Object> data = new LinkedHashMap<>(event.getMDCPropertyMap());
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> data.put(pair.key, pair.value));
        }
        return data;
    }

    private static void appendData(StringBuilder line, Map<String, Object> data)
    {
        if (data.isEmpty()) {
            return;
        }
        String separator = ",\"data\":{";
        for (Map.Entry<String, Object> entry : data.entrySet()) {
            line.append(separator);
            appendString(line, entry.getKey());
            line.append(':');
            appendValue(line, entry.getValue());
            separator = ",";
        }
        line.append('}');
    }

    private static void appendValue(StringBuilder line, Object value)
    {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            line.append(value);
        }
        else {
            appendString(line, value.toString());
        }
    }

    private static void appendException(StringBuilder line, IThrowableProxy exception)
    {
        if (exception == null) {
            return;
        }
        line.append(",\"exception\":{\"type\":");
        appendString(line, exception.getClassName());
        if (exception.getMessage() != null) {
            line.append(",\"message\":");
            appendString(line, exception.getMessage());
        }
        line.append(",\"stack\":");
        appendString(line, String.join("\n", StackTrace.of(exception)));
        line.append('}');
    }

    private static void appendString(StringBuilder line, String text)
    {
        line.append('"');
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '"' || character == '\\') {
                line.append('\\').append(character);
            }
            else if (character >= ' ' && character < 0x7f) {
                line.append(character);
            }
            else if (character == '\n') {
                line.append("\\n");
            }
            else {
                line.append("\\u").append(HexFormat.of().toHexDigits(character));
            }
        }
        line.append('"');
    }

    @Override
    public byte[] footerBytes()
    {
        return new byte[0];
    }
}

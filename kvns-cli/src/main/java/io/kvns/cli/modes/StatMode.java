package io.kvns.cli.modes;

import io.kvns.cli.options.CliOptions;
import io.kvns.cli.process.Streams;
import io.kvns.cli.process.Timing;
import io.kvns.cli.protocol.Reply;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import io.kvns.cli.text.Fixed;
import java.util.HashMap;
import java.util.Map;

/** {@code --stat}: a line of numbers about the server each second, taken from INFO. */
public final class StatMode
{
    private static final int LINES_PER_HEADER = 20;
    private static final long DEFAULT_INTERVAL_MICROS = 1_000_000;

    private StatMode() {}

    /** Prints lines until interrupted, or as many as {@code -r} says. */
    public static void run(CliOptions options, Session session, Streams streams)
    {
        ByteSink sink = new ByteSink(streams.output());
        long interval = options.intervalMicros() > 0 ? options.intervalMicros() : DEFAULT_INTERVAL_MICROS;
        long requestsBefore = -1;
        boolean endless = options.repeat() <= 1;
        for (long line = 0; endless || line < options.repeat(); line++) {
            if (line > 0 && !Timing.pauseMicros(interval)) {
                return;
            }
            Reply reply = Replies.expectNoError(session.call("INFO"), "ERROR");
            Map<String, String> info = parse(reply.text());
            long requests = number(info, "total_commands_processed");
            if (line % LINES_PER_HEADER == 0) {
                sink.put("------- data ------ --------------------- load -------------------- - child -\n");
                sink.put("keys       mem      clients blocked requests            connections          \n");
            }
            sink.put(line(info, requests, requestsBefore < 0 ? 0 : requests - requestsBefore)).put('\n').flush();
            requestsBefore = requests;
        }
    }

    /** Reads {@code name:value} lines. */
    static Map<String, String> parse(String info)
    {
        Map<String, String> fields = new HashMap<>();
        int start = 0;
        while (start < info.length()) {
            int end = info.indexOf('\n', start);
            end = end < 0 ? info.length() : end;
            String line = info.substring(start, end).strip();
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1));
            }
            start = end + 1;
        }
        return fields;
    }

    static String line(Map<String, String> info, long requests, long difference)
    {
        return Fixed.left(Long.toString(keys(info)), 11)
                + Fixed.left(bytes(number(info, "used_memory")), 9)
                + Fixed.left(Long.toString(number(info, "connected_clients")), 8)
                + Fixed.left(Long.toString(number(info, "blocked_clients")), 8)
                + Fixed.left(requests + " (+" + difference + ")", 20)
                + Fixed.left(Long.toString(number(info, "total_connections_received")), 12)
                + background(info);
    }

    private static long keys(Map<String, String> info)
    {
        long keys = 0;
        for (Map.Entry<String, String> entry : info.entrySet()) {
            String name = entry.getKey();
            String value = entry.getValue();
            if (name.startsWith("db") && name.length() > 2 && Character.isDigit(name.charAt(2)) && value.startsWith("keys=")) {
                int comma = value.indexOf(',');
                keys += number(value.substring(5, comma < 0 ? value.length() : comma));
            }
        }
        return keys;
    }

    private static String background(Map<String, String> info)
    {
        if (number(info, "loading") != 0) {
            return "LOAD";
        }
        boolean saving = number(info, "rdb_bgsave_in_progress") != 0;
        boolean rewriting = number(info, "aof_rewrite_in_progress") != 0;
        if (saving && rewriting) {
            return "SAVE + AOF";
        }
        return saving ? "SAVE" : rewriting ? "AOF" : "";
    }

    /** A number of bytes in the largest unit it fills. */
    static String bytes(long count)
    {
        if (count < 1L << 10) {
            return count + "B";
        }
        if (count < 1L << 20) {
            return Fixed.twoDecimals(count / 1024.0) + "K";
        }
        if (count < 1L << 30) {
            return Fixed.twoDecimals(count / (1024.0 * 1024)) + "M";
        }
        return Fixed.twoDecimals(count / (1024.0 * 1024 * 1024)) + "G";
    }

    private static long number(Map<String, String> info, String name)
    {
        return number(info.getOrDefault(name, "0"));
    }

    private static long number(String digits)
    {
        try {
            return Long.parseLong(digits);
        }
        catch (NumberFormatException e) {
            return 0;
        }
    }
}

package io.kvns.cli.modes;

import io.kvns.cli.options.CliOptions;
import io.kvns.cli.process.Interruption;
import io.kvns.cli.process.Streams;
import io.kvns.cli.process.Timing;
import io.kvns.cli.protocol.Connection;
import io.kvns.cli.protocol.ConnectionLostException;
import io.kvns.cli.protocol.Reply;
import io.kvns.cli.protocol.ReplyKind;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import io.kvns.cli.text.Fixed;
import io.kvns.cli.text.Quoting;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code --bigkeys} and {@code --memkeys}: walks over all keys and tells the biggest of each type, by elements or by memory. An
 * interruption prints what has been found so far.
 */
public final class KeySampling
{
    private static final int PAUSE_EACH = 100;
    private static final int PROGRESS_EACH = 1_000_000;

    private final CliOptions options;
    private final Session session;
    private final boolean byMemory;
    private final ByteSink sink;
    private final Map<String, KeyTypeStatistics> types = new LinkedHashMap<>();
    private long sampled;
    private long keyBytes;

    private KeySampling(CliOptions options, Session session, boolean byMemory, ByteSink sink)
    {
        this.options = options;
        this.session = session;
        this.byMemory = byMemory;
        this.sink = sink;
        add("list", "LLEN", "items");
        add("hash", "HLEN", "fields");
        add("string", "STRLEN", "bytes");
        add("stream", "XLEN", "entries");
        add("set", "SCARD", "members");
        add("zset", "ZCARD", "members");
    }

    public static void run(CliOptions options, Session session, Streams streams, boolean byMemory)
    {
        KeySampling sampling = new KeySampling(options, session, byMemory, new ByteSink(streams.output()));
        sampling.sampleAll();
        sampling.printSummary();
    }

    private void add(String name, String sizeCommand, String unit)
    {
        types.put(name, new KeyTypeStatistics(name, sizeCommand, byMemory ? "bytes" : unit));
    }

    private void sampleAll()
    {
        sink.put("""

                # Scanning the entire keyspace to find biggest keys as well as
                # average sizes per key type.  You can use -i 0.1 to sleep 0.1 sec
                # per 100 SCAN commands (not usually needed).

                """).flush();
        long total = Replies.expectNoError(session.call("DBSIZE"), "Couldn't determine DBSIZE").integer();
        ScanCursor cursor = new ScanCursor(session, options.pattern(), options.scanCount());
        try {
            for (long loops = 1; !cursor.finished(); loops++) {
                Reply keys = cursor.next();
                sample(keys, total == 0 ? 0 : 100.0 * sampled / total);
                sink.flush();
                if (loops % PAUSE_EACH == 0 && options.intervalMicros() > 0 && !Timing.pauseMicros(options.intervalMicros())) {
                    return;
                }
            }
        }
        catch (ConnectionLostException e) {
            if (!Interruption.requested()) {
                throw e;
            }
        }
    }

    /** Asks for the type and the size of each key, a pipeline for each question. */
    private void sample(Reply keys, double percentDone)
    {
        Connection connection = session.connection();
        for (int index = 0; index < keys.size(); index++) {
            connection.append(ScanCursor.ascii("TYPE"), keys.element(index).bytes());
        }
        connection.flush();
        KeyTypeStatistics[] typeOf = new KeyTypeStatistics[keys.size()];
        for (int index = 0; index < keys.size(); index++) {
            Reply type = Replies.expectNoError(session.next(), "TYPE failed");
            typeOf[index] = type.text().equals("none") ? null : statistics(type.text());
        }
        for (int index = 0; index < keys.size(); index++) {
            if (typeOf[index] != null) {
                askSize(connection, typeOf[index], keys.element(index).bytes());
            }
        }
        connection.flush();
        for (int index = 0; index < keys.size(); index++) {
            if (typeOf[index] != null) {
                Reply size = measured(typeOf[index]) ? session.next() : null;
                count(typeOf[index], keys.element(index).bytes(), size, percentDone);
            }
        }
    }

    private KeyTypeStatistics statistics(String type)
    {
        KeyTypeStatistics known = types.get(type);
        if (known == null) {
            known = new KeyTypeStatistics(type, null, byMemory ? "bytes" : "?");
            types.put(type, known);
        }
        return known;
    }

    private boolean measured(KeyTypeStatistics type)
    {
        return byMemory || type.sizeCommand() != null;
    }

    private void askSize(Connection connection, KeyTypeStatistics type, byte[] key)
    {
        if (!byMemory) {
            if (type.sizeCommand() != null) {
                connection.append(ScanCursor.ascii(type.sizeCommand()), key);
            }
        }
        else if (options.memorySamples() == 0) {
            connection.append(ScanCursor.ascii("MEMORY"), ScanCursor.ascii("USAGE"), key);
        }
        else {
            byte[] samples = ScanCursor.ascii(Long.toString(options.memorySamples()));
            connection.append(ScanCursor.ascii("MEMORY"), ScanCursor.ascii("USAGE"), key, ScanCursor.ascii("SAMPLES"), samples);
        }
    }

    private void count(KeyTypeStatistics type, byte[] key, Reply size, double percentDone)
    {
        // A key may have gone, or have changed its type, since it was asked for: it then counts as empty.
        long number = size != null && size.kind() == ReplyKind.INTEGER ? size.integer() : 0;
        sampled++;
        keyBytes += key.length;
        if (type.add(key, number)) {
            sink.put('[').put(Fixed.percent(percentDone)).put("%] Biggest ").put(Fixed.left(type.name(), 6)).put(" found so far '");
            Quoting.quote(key, sink);
            sink.put("' with ").put(number).put(' ').put(type.unit()).put('\n');
        }
        if (sampled % PROGRESS_EACH == 0) {
            sink.put('[').put(Fixed.percent(percentDone)).put("%] Sampled ").put(sampled).put(" keys so far\n");
        }
    }

    private void printSummary()
    {
        sink.put("\n-------- summary -------\n\n");
        sink.put("Sampled ").put(sampled).put(" keys in the keyspace!\n");
        sink.put("Total key length in bytes is ").put(keyBytes);
        sink.put(" (avg len ").put(Fixed.twoDecimals(sampled == 0 ? 0 : (double) keyBytes / sampled)).put(")\n\n");
        for (KeyTypeStatistics type : types.values()) {
            if (type.biggestKey() != null) {
                sink.put("Biggest ").put(Fixed.right(type.name(), 6)).put(" found '");
                Quoting.quote(type.biggestKey(), sink);
                sink.put("' has ").put(type.biggestSize()).put(' ').put(type.unit()).put('\n');
            }
        }
        sink.put('\n');
        for (KeyTypeStatistics type : types.values()) {
            double share = sampled == 0 ? 0 : 100.0 * type.keyCount() / sampled;
            double average = type.keyCount() == 0 ? 0 : (double) type.totalSize() / type.keyCount();
            sink.put(type.keyCount()).put(' ').put(type.name()).put("s with ").put(type.totalSize()).put(' ').put(type.unit());
            sink.put(" (").put(Fixed.percent(share)).put("% of keys, avg size ").put(Fixed.twoDecimals(average)).put(")\n");
        }
        sink.flush();
    }
}

package io.kvns.server.config;

import io.kvns.api.Setting;
import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import io.kvns.server.config.OutputBufferLimits.Limit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** A class of clients, bytes, bytes and seconds, once or more; classes that are not named keep their limits. */
final class OutputBufferLimitsForm
        implements SettingForm<OutputBufferLimits>
{
    static final OutputBufferLimits DEFAULT = new OutputBufferLimits(
            new Limit(0, 0, 0),
            new Limit(256L << 20, 64L << 20, 60),
            new Limit(32L << 20, 8L << 20, 60));

    private static final int WORDS_PER_CLASS = 4;
    private static final Setting<Long> SECONDS = Setting.integer("seconds", 0).between(0, Integer.MAX_VALUE).documentedAs("");

    @Override
    public OutputBufferLimits read(List<String> words)
    {
        return read(words, DEFAULT);
    }

    @Override
    public OutputBufferLimits read(List<String> words, OutputBufferLimits current)
    {
        if (words.equals(List.of(""))) {
            return current;
        }
        if (words.isEmpty() || words.size() % WORDS_PER_CLASS != 0) {
            throw new SettingException("Wrong number of arguments in buffer limit configuration.");
        }
        OutputBufferLimits limits = current;
        for (int index = 0; index < words.size(); index += WORDS_PER_CLASS) {
            String name = words.get(index).toLowerCase(Locale.ROOT);
            Limit limit = limit(words.get(index + 1), words.get(index + 2), words.get(index + 3));
            limits = switch (name) {
                case "normal" -> new OutputBufferLimits(limit, limits.replica(), limits.pubsub());
                case "replica", "slave" -> new OutputBufferLimits(limits.normal(), limit, limits.pubsub());
                case "pubsub" -> new OutputBufferLimits(limits.normal(), limits.replica(), limit);
                default -> throw new SettingException("Invalid client class specified in buffer limit configuration.");
            };
        }
        return limits;
    }

    private static Limit limit(String hard, String soft, String softSeconds)
    {
        OptionalLong hardBytes = Setting.memoryBytes(hard);
        OptionalLong softBytes = Setting.memoryBytes(soft);
        if (hardBytes.isEmpty() || softBytes.isEmpty() || SECONDS.parse(softSeconds).isEmpty()) {
            throw new SettingException("Error in hard, soft or soft_seconds setting in buffer limit configuration.");
        }
        return new Limit(hardBytes.getAsLong(), softBytes.getAsLong(), SECONDS.read(softSeconds));
    }

    @Override
    public String write(OutputBufferLimits limits)
    {
        return "normal " + write(limits.normal()) + " slave " + write(limits.replica()) + " pubsub " + write(limits.pubsub());
    }

    private static String write(Limit limit)
    {
        return limit.hardBytes() + " " + limit.softBytes() + " " + limit.softSeconds();
    }

    @Override
    public boolean takesSeveralWords()
    {
        return true;
    }

    @Override
    public List<List<String>> lines(OutputBufferLimits limits)
    {
        return List.of(
                line("normal", limits.normal()),
                line("replica", limits.replica()),
                line("pubsub", limits.pubsub()));
    }

    private static List<String> line(String name, Limit limit)
    {
        return List.of(
                name,
                Setting.memoryText(limit.hardBytes()),
                Setting.memoryText(limit.softBytes()),
                Long.toString(limit.softSeconds()));
    }

    @Override
    public String description()
    {
        return "`normal`, `replica` or `pubsub`, then hard limit, soft limit and seconds; may be repeated";
    }
}

package io.kvns.server.config;

import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.util.List;

/** The number of shards: a power of two, or 0 for what suits the machine. */
public final class ShardCount
        implements SettingForm<Long>
{
    private static final int MOST = 4096;
    private static final int SHARDS_PER_CORE = 4;

    ShardCount()
    {
    }

    /**
     * How many shards there are on a machine.
     *
     * @param given the setting's value
     */
    public static int on(int cores, long given)
    {
        if (given > 0) {
            return Math.toIntExact(given);
        }
        int wanted = Math.min(Math.max(1, cores) * SHARDS_PER_CORE, MOST);
        int floor = Integer.highestOneBit(wanted);
        return floor == wanted ? wanted : floor * 2;
    }

    @Override
    public Long read(List<String> words)
    {
        String text = words.size() == 1 ? words.getFirst() : "";
        long count = text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
        if (count != 0 && (count < 1 || count > MOST || Long.bitCount(count) != 1)) {
            throw new SettingException("argument must be a power of two from 1 to " + MOST + ", or 0");
        }
        return count;
    }

    @Override
    public String write(Long value)
    {
        return value.toString();
    }

    @Override
    public String description()
    {
        return "a power of two from 1 to " + MOST + ", or 0";
    }
}

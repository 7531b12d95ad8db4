package io.kvns.server.config;

import io.kvns.api.Setting;
import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.util.List;
import java.util.OptionalLong;

/** Bytes with their suffixes, or a share of the memory limit in percent. */
final class MemorySizeForm
        implements SettingForm<MemorySize>
{
    @Override
    public MemorySize read(List<String> words)
    {
        if (words.size() != 1) {
            throw new SettingException("wrong number of arguments");
        }
        String text = words.getFirst();
        boolean percent = text.endsWith("%");
        String digits = percent ? text.substring(0, text.length() - 1) : text;
        OptionalLong number = Setting.memoryBytes(digits);
        if (number.isEmpty() || (percent && !digits.matches("[0-9]+"))) {
            throw new SettingException("argument must be a memory or percent value");
        }
        if (percent && number.getAsLong() > 100) {
            throw new SettingException("percentage argument must be less or equal to 100");
        }
        return new MemorySize(number.getAsLong(), percent);
    }

    @Override
    public String write(MemorySize value)
    {
        return value.number() + (value.percent() ? "%" : "");
    }

    @Override
    public String description()
    {
        return "bytes, or percent of the memory limit such as `5%`";
    }
}

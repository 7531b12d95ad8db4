package io.kvns.server.config;

import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.util.List;

/** File permissions in octal digits. */
final class OctalForm
        implements SettingForm<Long>
{
    private static final long MOST = 0777;

    @Override
    public Long read(List<String> words)
    {
        String text = words.size() == 1 ? words.getFirst() : "";
        if (!text.matches("[0-7]{1,9}")) {
            throw new SettingException("argument couldn't be parsed as an octal number");
        }
        long value = Long.parseLong(text, 8);
        if (value > MOST) {
            throw new SettingException("argument must be between 0 and " + Long.toOctalString(MOST) + " inclusive");
        }
        return value;
    }

    @Override
    public String write(Long value)
    {
        return Long.toOctalString(value);
    }

    @Override
    public String description()
    {
        return "file permissions in octal";
    }
}

package io.kvns.server.config;

import io.kvns.api.Setting;
import io.kvns.api.SettingForm;
import java.util.List;

/** Numbers of which those outside the bounds count as the nearest that is allowed. */
final class ClippedNumberForm
        implements SettingForm<Long>
{
    private static final SettingForm<Long> ANY = Setting.integer("any", 0)
            .between(0, Integer.MAX_VALUE)
            .documentedAs("")
            .form();

    private final long least;
    private final long most;

    ClippedNumberForm(long least, long most)
    {
        this.least = least;
        this.most = most;
    }

    @Override
    public Long read(List<String> words)
    {
        return Math.clamp(ANY.read(words), least, most);
    }

    @Override
    public String write(Long value)
    {
        return value.toString();
    }

    @Override
    public String description()
    {
        return "a number from " + least + " to " + most + "; others count as the nearest of these";
    }
}

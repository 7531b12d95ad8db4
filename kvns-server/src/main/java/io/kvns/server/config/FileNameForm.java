package io.kvns.server.config;

import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.util.List;

/** The name of a file without a path. */
final class FileNameForm
        implements SettingForm<String>
{
    private final String settingName;

    FileNameForm(String settingName)
    {
        this.settingName = settingName;
    }

    @Override
    public String read(List<String> words)
    {
        if (words.size() != 1) {
            throw new SettingException("wrong number of arguments");
        }
        String name = words.getFirst();
        if (name.isEmpty()) {
            throw new SettingException(settingName + " can't be empty");
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
            throw new SettingException(settingName + " can't be a path, just a filename");
        }
        return name;
    }

    @Override
    public String write(String value)
    {
        return value;
    }

    @Override
    public String description()
    {
        return "a file name without a path";
    }
}

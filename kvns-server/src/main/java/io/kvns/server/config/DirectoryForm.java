package io.kvns.server.config;

import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** A folder that exists, kept as an absolute path. */
final class DirectoryForm
        implements SettingForm<String>
{
    /** The folder in which the server was started. */
    static String startedIn()
    {
        return Path.of("").toAbsolutePath().toString();
    }

    @Override
    public String read(List<String> words)
    {
        return read(words, startedIn());
    }

    @Override
    public String read(List<String> words, String current)
    {
        if (words.size() != 1) {
            throw new SettingException("wrong number of arguments");
        }
        Path folder;
        try {
            folder = Path.of(current).resolve(words.getFirst()).normalize();
        }
        catch (InvalidPathException notAPath) {
            throw new SettingException("No such file or directory");
        }
        if (words.getFirst().isEmpty() || !Files.exists(folder)) {
            throw new SettingException("No such file or directory");
        }
        if (!Files.isDirectory(folder)) {
            throw new SettingException("Not a directory");
        }
        return folder.toString();
    }

    @Override
    public String write(String value)
    {
        return value;
    }

    @Override
    public String description()
    {
        return "a folder that exists";
    }
}

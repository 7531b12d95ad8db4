package io.kvns.server.config;

import io.kvns.api.SettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/**
 * Reads configuration files with those that they include.
 *
 * <p>{@code include} takes a path or a pattern with {@code * ? [ ] { }} in its last part; files that a pattern finds are read in the order
 * of their names, none is allowed. A relative path is looked for beside the including file first, then in the folder in which the
 * server was started.
 */
final class ConfigurationFiles
{
    private static final int MOST_BYTES = 16 << 20;
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private final Path startFolder;
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Path> open = new ArrayDeque<>();

    /** A reader that resolves relative paths against a folder. */
    ConfigurationFiles(Path startFolder)
    {
        this.startFolder = startFolder;
    }

    /** What the files say, in order. */
    List<Assignment> assignments()
    {
        return Collections.unmodifiableList(assignments);
    }

    List<Problem> problems()
    {
        return Collections.unmodifiableList(problems);
    }

    void read(Path file)
    {
        read(file, file.toString(), "");
    }

    void readStandardInput(InputStream input)
    {
        try {
            byte[] bytes = input.readNBytes(MOST_BYTES + 1);
            if (isTooLarge("standard input", "", bytes)) {
                return;
            }
            readLines("standard input", startFolder, bytes);
        }
        catch (IOException failed) {
            problems.add(new Problem("standard input", "", "cannot be read: " + failed.getMessage()));
        }
    }

    private void read(Path file, String place, String given)
    {
        Path absolute = startFolder.resolve(file).normalize();
        if (open.contains(absolute)) {
            problems.add(new Problem(place, given, "the file includes itself"));
            return;
        }
        open.push(absolute);
        try (InputStream input = Files.newInputStream(absolute)) {
            byte[] bytes = input.readNBytes(MOST_BYTES + 1);
            if (!isTooLarge(place, given, bytes)) {
                readLines(absolute.toString(), folderOf(absolute), bytes);
            }
        }
        catch (IOException failed) {
            problems.add(new Problem(place, given, "can't open config file '" + absolute + "': " + FailureReason.of(failed)));
        }
        finally {
            open.pop();
        }
    }

    private boolean isTooLarge(String place, String given, byte[] bytes)
    {
        if (bytes.length > MOST_BYTES) {
            problems.add(new Problem(place, given, "has more than " + MOST_BYTES + " bytes, which no configuration has"));
            return true;
        }
        return false;
    }

    private void readLines(String name, Path folder, byte[] bytes)
    {
        String text = BytesAsText.of(bytes);
        String[] lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text).split("\n", -1);
        for (int index = 0; index < lines.length; index++) {
            String line = lines[index].strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                Origin origin = Origin.line(name, index + 1);
                try {
                    readLine(ConfigurationLine.split(line).stream().map(BytesAsText::decode).toList(), origin, folder);
                }
                catch (SettingException refused) {
                    problems.add(new Problem(origin.place(), firstWord(line), refused.reason()));
                }
            }
        }
    }

    private void readLine(List<String> words, Origin origin, Path folder)
    {
        if (words.isEmpty()) {
            return;
        }
        String name = words.getFirst().toLowerCase(Locale.ROOT);
        List<String> values = words.subList(1, words.size());
        if (!name.equals("include")) {
            assignments.add(new Assignment(name, values, origin));
        }
        else if (values.isEmpty()) {
            problems.add(new Problem(origin.place(), "include", "the file is missing"));
        }
        else {
            for (String path : values) {
                include(path, origin, folder);
            }
        }
    }

    private void include(String path, Origin origin, Path folder)
    {
        String given = "include " + path;
        try {
            Path beside = folder.resolve(path);
            Path last = beside.getFileName();
            if (last == null) {
                problems.add(new Problem(origin.place(), given, "is a folder"));
            }
            else if (isPattern(last.toString())) {
                List<Path> found = matching(folderOf(beside), last.toString());
                if (found.isEmpty()) {
                    found = matching(folderOf(startFolder.resolve(path)), last.toString());
                }
                found.forEach(file -> read(file, origin.place(), given));
            }
            else {
                read(Files.exists(beside) ? beside : startFolder.resolve(path), origin.place(), given);
            }
        }
        catch (InvalidPathException | PatternSyntaxException wrong) {
            problems.add(new Problem(origin.place(), given, "is no path: " + wrong.getMessage()));
        }
        catch (IOException failed) {
            problems.add(new Problem(origin.place(), given, FailureReason.of(failed)));
        }
    }

    private static boolean isPattern(String name)
    {
        return name.chars().anyMatch(character -> "*?[{".indexOf(character) >= 0);
    }

    private static List<Path> matching(Path folder, String pattern)
            throws IOException
    {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
                files.forEach(found::add);
            }
            Collections.sort(found);
        }
        return found;
    }

    private static Path folderOf(Path file)
    {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    /** The name on a line that cannot be split; the rest might be a secret. */
    private static String firstWord(String line)
    {
        int end = 0;
        while (end < line.length() && line.charAt(end) > ' ') {
            end++;
        }
        return line.substring(0, end);
    }
}

package io.kvns.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each deliberate difference from Redis in the documentation names a test that is there. */
class DifferencesTest
{
    private static final Path PROJECT = Path.of(System.getProperty("kvns.project"));
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?` \\|$");

    @Test
    void eachDifferenceNamesATestThatIsThere()
            throws IOException
    {
        Map<String, String> sources = testSources();
        List<String> problems = new ArrayList<>();
        int differences = 0;
        for (String line : Files.readAllLines(PROJECT.resolve("docs/differences.md"))) {
            if (!line.startsWith("| ") || line.startsWith("| what |")) {
                continue;
            }
            differences++;
            Matcher test = NAMED_TEST.matcher(line);
            if (!test.find()) {
                problems.add("names no test: " + line);
            }
            else if (!sources.getOrDefault(test.group(1), "").contains(test.group(2) == null ? "@Test" : " void " + test.group(2) + "(")) {
                problems.add("there is no test " + test.group(0));
            }
        }
        assertThat(problems).isEmpty();
        assertThat(differences).isPositive();
    }

    /** The sources of all tests by the names of their classes. */
    private static Map<String, String> testSources()
            throws IOException
    {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> modules = Files.list(PROJECT)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java")).filter(Files::isDirectory).toList()) {
                addSources(tests, sources);
            }
        }
        return sources;
    }

    private static void addSources(Path tests, Map<String, String> sources)
            throws IOException
    {
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(one -> one.toString().endsWith("Test.java")).toList()) {
                sources.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
            }
        }
    }
}

package io.kvns.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFilesTest
{
    @TempDir
    private Path folder;
    private ConfigurationFiles files;

    @BeforeEach
    void makeFiles()
    {
        files = new ConfigurationFiles(folder);
    }

    @Test
    void linesBecomeAssignmentsWithTheirPlaces()
            throws IOException
    {
        Path file = write("kvns.conf", "\ufeff# comment\r\n\r\nPORT 6480\r\n  # another\nsave 900 1\nrequirepass \"caf\\xc3\\xa9 \"");
        files.read(file);
        assertThat(files.problems()).isEmpty();
        assertThat(files.assignments()).containsExactly(
                new Assignment("port", List.of("6480"), Origin.line(file.toString(), 3)),
                new Assignment("save", List.of("900", "1"), Origin.line(file.toString(), 5)),
                new Assignment("requirepass", List.of("caf\u00e9 "), Origin.line(file.toString(), 6)));
    }

    @Test
    void includedFilesAreReadInPlaceAndInTheOrderOfTheirNames()
            throws IOException
    {
        Files.createDirectories(folder.resolve("etc/conf.d"));
        write("etc/conf.d/20.conf", "include ../last.conf");
        write("etc/conf.d/10.conf", "timeout 10");
        write("etc/conf.d/ignored.txt", "timeout 99");
        write("etc/last.conf", "timeout 30");
        write("elsewhere.conf", "timeout 40");
        files.read(write("etc/kvns.conf", "timeout 1\ninclude conf.d/*.conf nothing/*.conf\ninclude elsewhere.conf\ntimeout 2"));
        assertThat(files.problems()).isEmpty();
        assertThat(files.assignments()).extracting(assignment -> assignment.words().getFirst())
                .containsExactly("1", "10", "30", "40", "2");
    }

    @Test
    void filesThatCannotBeReadAreProblemsWhereTheyAreIncluded()
            throws IOException
    {
        Path file = write("kvns.conf", """
                include nosuch.conf
                include
                include .
                include kvns.conf
                include [
                include "a\\x00b"
                timeout 1
                """);
        files.read(file);
        assertThat(files.assignments()).hasSize(1);
        assertThat(files.problems()).extracting(Problem::place).containsExactly(
                file + ":1", file + ":2", file + ":3", file + ":4", file + ":5", file + ":6");
        assertThat(files.problems().getFirst().explanation()).isEqualTo(
                "can't open config file '" + folder.resolve("nosuch.conf") + "': No such file or directory");
        assertThat(files.problems().get(3).explanation()).isEqualTo("the file includes itself");
    }

    @Test
    void aMissingFileIsAProblem()
    {
        files.read(folder.resolve("nosuch.conf"));
        assertThat(files.problems()).hasSize(1);
    }

    @Test
    void linesThatCannotBeSplitAreProblemsThatShowNoSecret()
            throws IOException
    {
        Path file = write("kvns.conf", "requirepass \"geheim\ntimeout 1");
        files.read(file);
        assertThat(files.assignments()).hasSize(1);
        assertThat(files.problems()).containsExactly(
                new Problem(file + ":1", "requirepass", "Unbalanced quotes in configuration line"));
    }

    @Test
    void wordsThatAreNotUtf8AreProblems()
            throws IOException
    {
        files.read(write("kvns.conf", "logfile \"\\xff\""));
        assertThat(files.problems()).extracting(Problem::explanation).containsExactly("argument must be UTF-8");
    }

    @Test
    void standardInputIsReadLikeAFile()
    {
        files.readStandardInput(new ByteArrayInputStream("port 1\nfoo \"\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(files.assignments()).containsExactly(new Assignment("port", List.of("1"), Origin.line("standard input", 1)));
        assertThat(files.problems()).extracting(Problem::place).containsExactly("standard input:2");
    }

    private Path write(String name, String text)
            throws IOException
    {
        return Files.writeString(folder.resolve(name), text);
    }
}

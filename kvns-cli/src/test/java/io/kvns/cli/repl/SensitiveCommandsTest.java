package io.kvns.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveCommandsTest
{
    @ParameterizedTest
    @ValueSource(strings = {
            "auth secret", "  AUTH user secret", "3 auth secret", "-1 auth x", "\"auth\" secret", "'AUTH' \"sec ret\"", "auth \"open quote",
            "hello 3 auth u secret", "HELLO 3 SETNAME x AUTH u p", "acl setuser u on >secret ~* +@all", "ACL  SETUSER u",
            "config set requirepass x",
            "CONFIG SET maxmemory 1 masterauth x", "config set masteruser u", "config set tls-key-file-pass x",
            "5 config set requirepass x",
            "migrate h 6379 k 0 100 auth secret", "migrate h 6379 k 0 100 COPY AUTH2 u secret", "sentinel set m auth-pass x",
            "sentinel config set sentinel-pass x", "auth", "\tauth x"})
    void linesWithPasswordsAreFound(String line)
    {
        assertThat(SensitiveCommands.match(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "5", "get auth", "set auth x", "hello 3", "hello 3 setname auth2", "acl list", "acl getuser u",
            "config get requirepass",
            "config set maxmemory 1", "migrate h 6379 k 0 100 copy", "help auth", "author x"})
    void otherLinesAreNot(String line)
    {
        assertThat(SensitiveCommands.match(line)).isFalse();
    }
}

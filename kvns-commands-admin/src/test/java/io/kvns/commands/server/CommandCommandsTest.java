package io.kvns.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandCommandsTest
{
    private final CommandTester tester = CommandTester.start("--enable-debug-command", "yes");

    @AfterEach
    void close()
    {
        tester.close();
    }

    @Test
    void theContainerAloneDescribesAllCommands()
    {
        long count = tester.run("COMMAND", "COUNT").integer();

        assertThat(tester.run("COMMAND").elements()).hasSize((int) count);
        assertThat(tester.run("COMMAND", "INFO").elements()).hasSize((int) count);
        assertThat(tester.run("COMMAND", "LIST").elements()).hasSize((int) count).contains(bulk("info"), bulk("debug"));
        assertThat(tester.run("COMMAND", "DOCS").elements()).hasSize((int) count * 2);
    }

    @Test
    void infoHasTheTenElementsOfTheReference()
    {
        List<ReplyValue> info = tester.run("COMMAND", "INFO", "Memory|USAGE").elements().getFirst().elements();

        assertThat(info).hasSize(10);
        assertThat(info.get(0)).isEqualTo(bulk("memory|usage"));
        assertThat(info.get(1).integer()).isEqualTo(-3);
        assertThat(Replies.texts(info.get(2))).containsExactly("readonly");
        assertThat(info.subList(3, 6)).extracting(ReplyValue::integer).containsExactly(2L, 2L, 1L);
        assertThat(Replies.texts(info.get(6))).containsExactlyInAnyOrder("@read", "@slow");
        assertThat(info.get(7).elements()).isEmpty();
        assertThat(info.get(8).elements()).singleElement().satisfies(keys -> assertThat(keys.toString().replaceAll("\\s+", " ")).isEqualTo(
                "1) \"flags\" 2) 1) RO 3) \"begin_search\" 4) 1) \"type\" 2) \"index\" 3) \"spec\" 4) 1) \"index\" 2) (integer) 2"
                        + " 5) \"find_keys\" 6) 1) \"type\" 2) \"range\" 3) \"spec\" 4) 1) \"lastkey\" 2) (integer) 0"
                        + " 3) \"keystep\" 4) (integer) 1 5) \"limit\" 6) (integer) 0"));
    }

    @Test
    void infoOfAContainerHasItsSubcommands()
    {
        List<ReplyValue> info = tester.run("COMMAND", "INFO", "slowlog").elements().getFirst().elements();

        assertThat(info.get(9).elements()).extracting(subcommand -> subcommand.elements().getFirst().text())
                .containsExactly("slowlog|get", "slowlog|len", "slowlog|reset", "slowlog|help");
    }

    @Test
    void infoOfACommandThatIsNotThereIsNull()
    {
        assertThat(tester.run("COMMAND", "INFO", "nosuch", "slowlog|nosuch", "nosuch|get").elements()).allMatch(ReplyValue::isNil)
                .hasSize(3);
    }

    @Test
    void docsTellSummaryGrammarAndSubcommands()
    {
        ReplyValue docs = tester.run("COMMAND", "DOCS", "nosuch", "memory|usage");

        assertThat(docs.elements().getFirst()).isEqualTo(bulk("memory|usage"));
        List<ReplyValue> fields = docs.elements().get(1).elements();
        assertThat(Replies.field(fields, "group")).isEqualTo(bulk("server"));
        assertThat(Replies.field(fields, "since")).isEqualTo(bulk("4.0.0"));
        assertThat(Replies.field(fields, "summary").text()).isNotEmpty();
        assertThat(Replies.field(fields, "complexity").text()).isNotEmpty();
        assertThat(Replies.field(fields, "arguments").toString().replaceAll("\\s+", " ")).isEqualTo(
                "1) 1) \"name\" 2) \"key\" 3) \"type\" 4) \"key\" 5) \"display_text\" 6) \"key\" 7) \"key_spec_index\" 8) (integer) 0"
                        + " 2) 1) \"name\" 2) \"count\" 3) \"type\" 4) \"integer\" 5) \"display_text\" 6) \"count\" 7) \"token\""
                        + " 8) \"SAMPLES\" 9) \"flags\" 10) 1) optional");
        assertThat(Replies.field(tester.run("COMMAND", "DOCS", "latency").elements().get(1).elements(), "subcommands").elements())
                .hasSize(14);
        assertThat(Replies.field(tester.run("COMMAND", "DOCS", "debug").elements().get(1).elements(), "doc_flags").elements()).hasSize(1);
        assertThat(tester.run("COMMAND", "DOCS", "nosuch").elements()).isEmpty();
    }

    @Test
    void listsAreFilteredByPluginCategoryAndPattern()
    {
        assertThat(Replies.texts(tester.run("COMMAND", "LIST", "FILTERBY", "MODULE", "config"))).contains("config", "config|get");
        assertThat(Replies.texts(tester.run("COMMAND", "LIST", "FILTERBY", "PATTERN", "SLOWLOG*"))).containsExactly(
                "slowlog", "slowlog|get", "slowlog|len", "slowlog|reset", "slowlog|help");
        assertThat(Replies.texts(tester.run("COMMAND", "LIST", "filterby", "aclcat", "CONNECTION"))).contains("command", "command|docs")
                .doesNotContain("info");
        assertThat(tester.run("COMMAND", "LIST", "FILTERBY", "MODULE", "nosuch").elements()).isEmpty();
        assertThat(tester.run("COMMAND", "LIST", "FILTERBY", "ACLCAT", "nosuch").elements()).isEmpty();
        for (String[] words : new String[][] {{"FILTERBY"}, {"FILTERBY", "MODULE"}, {"FILTERBY", "NAME", "x"}, {"BY", "MODULE", "x"}}) {
            assertThat(tester.run(request("COMMAND", "LIST", words))).isEqualTo(error("ERR syntax error"));
        }
    }

    @Test
    void theKeysOfARequestAreFound()
    {
        assertThat(tester.run("COMMAND", "GETKEYS", "memory", "usage", "some:key", "samples", "5").elements())
                .containsExactly(bulk("some:key"));
        assertThat(tester.run("COMMAND", "GETKEYSANDFLAGS", "memory", "usage", "k").toString().replaceAll("\\s+", " "))
                .isEqualTo("1) 1) \"k\" 2) 1) RO");
    }

    @Test
    void requestsWithoutKeysAreRefusedInTheOrderOfTheReference()
    {
        assertThat(tester.run("COMMAND", "GETKEYS", "nosuch", "a")).isEqualTo(error("ERR Invalid command specified"));
        assertThat(tester.run("COMMAND", "GETKEYS", "memory", "nosuch", "a")).isEqualTo(error("ERR Invalid command specified"));
        assertThat(tester.run("COMMAND", "GETKEYS", "info")).isEqualTo(error("ERR The command has no key arguments"));
        assertThat(tester.run("COMMAND", "GETKEYS", "memory", "usage"))
                .isEqualTo(error("ERR Invalid number of arguments specified for command"));
        assertThat(tester.run("COMMAND", "GETKEYS")).isEqualTo(error("ERR wrong number of arguments for 'command|getkeys' command"));
        assertThat(tester.run("COMMAND", "NOSUCH")).isEqualTo(error("ERR unknown subcommand 'NOSUCH'. Try COMMAND HELP."));
    }

    private static Object[] request(String command, String subcommand, String[] words)
    {
        Object[] request = new Object[words.length + 2];
        request[0] = command;
        request[1] = subcommand;
        System.arraycopy(words, 0, request, 2, words.length);
        return request;
    }

    private static ReplyValue bulk(String text)
    {
        return ReplyValue.bulk(text);
    }

    private static ReplyValue error(String line)
    {
        return ReplyValue.error(line);
    }
}

package io.kvns.commands.strings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.AclCategory;
import io.kvns.api.ArgumentSpec;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyFlag;
import io.kvns.api.KeySpec;
import io.kvns.testing.CommandTester;
import io.kvns.testing.ReferenceServer;
import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StringsPluginTest
{
    private static CommandTester tester;
    private static List<CommandSpec> specs;

    @BeforeAll
    static void loadPlugins()
    {
        tester = CommandTester.start();
        specs = tester.specs().stream()
                .filter(spec -> spec.group() == CommandGroup.STRING)
                .sorted(Comparator.comparing(CommandSpec::name))
                .toList();
    }

    @AfterAll
    static void close()
    {
        tester.close();
    }

    @Test
    void allStringCommandsAreThere()
    {
        assertThat(specs).extracting(CommandSpec::name).containsExactly(
                "append", "decr", "decrby", "delex", "delifeq", "digest", "get", "getdel", "getex", "getrange", "getset", "incr", "incrby",
                "incrbyfloat", "increx", "lcs", "mget", "mset", "msetex", "msetnx", "psetex", "set", "setex", "setnx", "setrange", "strlen",
                "substr");
    }

    @Test
    void everyCommandIsDescribed()
    {
        assertThat(specs).allSatisfy(spec -> {
            assertThat(spec.summary()).endsWith(".");
            assertThat(spec.complexity()).startsWith("O(");
            assertThat(spec.since()).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
            assertThat(spec.arguments()).isNotEmpty();
            assertThat(spec.keySpecs()).hasSize(1);
        });
    }

    @Test
    void whatTheReferenceKnowsTooIsSpecifiedAsThere()
    {
        try (ReferenceServer server = ReferenceServer.startOrSkip(); RespConnection connection = server.connect()) {
            for (CommandSpec spec : specs) {
                ReplyValue info = connection.command("COMMAND", "INFO", spec.name()).element(0);
                if (!info.isNil()) {
                    assertThat(describe(spec)).isEqualTo(describe(info));
                }
            }
        }
    }

    @Test
    void grammarsAreThoseOfTheReference()
    {
        try (ReferenceServer server = ReferenceServer.startOrSkip(); RespConnection connection = server.connect()) {
            for (CommandSpec spec : specs) {
                ReplyValue docs = connection.command("COMMAND", "DOCS", spec.name());
                if (!docs.elements().isEmpty()) {
                    assertThat(spec.name() + ": " + grammar(withoutNewer(spec.arguments())))
                            .isEqualTo(spec.name() + ": " + inItsCurrentWords(grammar(docs.element(1).get("arguments"))));
                }
            }
        }
    }

    // ---- what COMMAND INFO says

    private static String describe(CommandSpec spec)
    {
        KeySpec key = spec.keySpecs().get(0);
        KeySpec.AtIndex begin = (KeySpec.AtIndex) key.begin();
        KeySpec.Range range = (KeySpec.Range) key.find();
        return spec.name() + " " + spec.arity() + " " + sorted(spec.flags().stream().map(CommandFlag::flagName))
                + " " + sorted(spec.categories().stream().map(AclCategory::categoryName).map("@"::concat))
                + " " + begin.index() + " " + range.last() + " " + range.step()
                + " " + sorted(key.access().flags().stream().map(KeyFlag::flagName)) + " " + key.notes();
    }

    private static String describe(ReplyValue info)
    {
        ReplyValue key = info.element(8).element(0);
        List<ReplyValue> notes = key.elements();
        boolean noted = notes.get(0).text().equals("notes");
        ReplyValue range = key.get("find_keys").get("spec");
        return info.element(0).text() + " " + info.element(1).text() + " " + sorted(texts(info.element(2)))
                + " " + sorted(texts(info.element(6)))
                + " " + key.get("begin_search").get("spec").get("index").text()
                + " " + range.get("lastkey").text() + " " + range.get("keystep").text()
                + " " + sorted(texts(key.get("flags"))) + " " + (noted ? key.get("notes").text() : "");
    }

    private static Stream<String> texts(ReplyValue words)
    {
        return words.elements().stream().map(ReplyValue::text);
    }

    private static List<String> sorted(Stream<String> words)
    {
        return words.sorted().toList();
    }

    // ---- what COMMAND DOCS says

    /** Without the alternatives that came after the reference's version. */
    private static List<ArgumentSpec> withoutNewer(List<ArgumentSpec> arguments)
    {
        List<ArgumentSpec> known = new ArrayList<>();
        for (ArgumentSpec argument : arguments) {
            if (!argument.since().startsWith("8.")) {
                known.add(new ArgumentSpec(argument.name(), argument.type(), argument.keySpecIndex(), argument.token(), argument.since(),
                        argument.flags(), withoutNewer(argument.children())));
            }
        }
        return known;
    }

    /** Names that arguments have been given since the version that Debian has. */
    private static String inItsCurrentWords(String grammar)
    {
        return grammar.replace("key_value:block", "data:block").replace("len:integer=MINMATCHLEN", "min-match-len:integer=MINMATCHLEN");
    }

    private static String grammar(List<ArgumentSpec> arguments)
    {
        StringJoiner shown = new StringJoiner(" ", "(", ")");
        for (ArgumentSpec argument : arguments) {
            shown.add(argument.name() + ":" + argument.type().typeName()
                    + (argument.keySpecIndex() < 0 ? "" : "#" + argument.keySpecIndex())
                    + (argument.token().isEmpty() ? "" : "=" + argument.token())
                    + (argument.since().isEmpty() ? "" : "@" + argument.since())
                    + sorted(argument.flags().stream().map(ArgumentSpec.Flag::flagName))
                    + (argument.children().isEmpty() ? "" : grammar(argument.children())));
        }
        return shown.toString();
    }

    private static String grammar(ReplyValue arguments)
    {
        StringJoiner shown = new StringJoiner(" ", "(", ")");
        for (ReplyValue argument : arguments.elements()) {
            shown.add(argument.get("name").text() + ":" + argument.get("type").text()
                    + property(argument, "key_spec_index", "#")
                    + property(argument, "token", "=")
                    + property(argument, "since", "@")
                    + (has(argument, "flags") ? sorted(texts(argument.get("flags"))) : List.of())
                    + (has(argument, "arguments") ? grammar(argument.get("arguments")) : ""));
        }
        return shown.toString();
    }

    private static String property(ReplyValue argument, String name, String mark)
    {
        return has(argument, name) ? mark + argument.get(name).text() : "";
    }

    private static boolean has(ReplyValue map, String name)
    {
        for (int index = 0; index < map.elements().size(); index += 2) {
            if (map.element(index).text().equals(name)) {
                return true;
            }
        }
        return false;
    }
}

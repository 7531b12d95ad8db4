package io.kvns.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.ReferenceServer;
import io.kvns.testing.ReplyValue;
import io.kvns.testing.RespConnection;
import io.kvns.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What {@code COMMAND INFO} says of a command that the reference has too is what the reference says. */
class CommandSpecsReferenceTest
{
    /** What the reference of the tests, which may be a 7.0, says otherwise than 7.2. */
    private static final Set<String> KNOWN_DIFFERENCES = Set.of(
            "command|getkeys arity",
            "command|getkeysandflags arity",
            "pfcount flags",
            "wait flags");

    private static final List<String> FIELDS = List.of("name", "arity", "flags", "first key", "last key", "step", "categories", "tips",
            "keys");
    private static final int TIPS = 7;

    @Test
    void commandsAreDescribedAsInTheReference()
    {
        try (ReferenceServer reference = ReferenceServer.startOrSkip(); RespConnection theirs = reference.connect();
                TestServer server = TestServer.start(); RespConnection ours = server.connect()) {
            List<String> differences = new ArrayList<>();
            int compared = 0;
            for (String name : names(ours.command("COMMAND"))) {
                ReplyValue expected = theirs.command("COMMAND", "INFO", name).elements().getFirst();
                if (!expected.isNil()) {
                    compared++;
                    compare(name, ours.command("COMMAND", "INFO", name).elements().getFirst(), expected, differences);
                }
            }
            assertThat(differences).isEmpty();
            assertThat(compared).isGreaterThan(100);
        }
    }

    private static Set<String> names(ReplyValue commands)
    {
        Set<String> names = new TreeSet<>();
        for (ReplyValue command : commands.elements()) {
            names.add(command.elements().getFirst().text());
            command.elements().getLast().elements().forEach(subcommand -> names.add(subcommand.elements().getFirst().text()));
        }
        return names;
    }

    private static void compare(String name, ReplyValue actual, ReplyValue expected, List<String> differences)
    {
        for (int index = 0; index < FIELDS.size(); index++) {
            String place = name + " " + FIELDS.get(index);
            // Tips were completed in later versions.
            if (index == TIPS || KNOWN_DIFFERENCES.contains(place)) {
                continue;
            }
            Object ours = comparable(actual.elements().get(index));
            Object theirs = comparable(expected.elements().get(index));
            if (!ours.equals(theirs)) {
                differences.add(place + ": " + ours + ", the reference says " + theirs);
            }
        }
    }

    /** Sets without their order, maps by their names, notes left out: they are in words of our own. */
    private static Object comparable(ReplyValue value)
    {
        if (!(value instanceof ReplyValue.Aggregate)) {
            return value.text();
        }
        List<ReplyValue> elements = value.elements();
        if (!elements.isEmpty() && elements.getFirst() instanceof ReplyValue.Bulk && elements.size() % 2 == 0) {
            Map<String, Object> fields = new TreeMap<>();
            for (int index = 0; index < elements.size(); index += 2) {
                fields.put(elements.get(index).text(), comparable(elements.get(index + 1)));
            }
            fields.remove("notes");
            return fields;
        }
        List<String> all = new ArrayList<>();
        elements.forEach(element -> all.add(comparable(element).toString()));
        all.sort(null);
        return all;
    }
}

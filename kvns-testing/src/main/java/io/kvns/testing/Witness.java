package io.kvns.testing;

import io.kvns.server.dispatch.EffectJournal;
import io.kvns.server.keyspace.KeyspaceEvents;
import io.kvns.server.memory.MemoryBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Hears what commands of a {@link CommandTester} say they did: their effects for the journal, and the events of keys. */
public final class Witness
{
    private final List<String> effects = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    private Witness()
    {
    }

    /** Begins to listen. Other listeners hear of events no longer. */
    public static Witness of(CommandTester tester)
    {
        Witness witness = new Witness();
        tester.part(EffectJournal.class).add(witness::takeEffects);
        tester.part(KeyspaceEvents.class).listeners(List.of(event -> witness.events.add(
                event.kind().letter() + ":" + event.name() + " " + event.key().toText())));
        return witness;
    }

    /** The effects since the last time somebody asked, each one a line of arguments with blanks between them. */
    public List<String> effects()
    {
        return take(effects);
    }

    /** The events since the last time somebody asked: {@code "g:del key"}, the letter being that of the kind. */
    public List<String> events()
    {
        return take(events);
    }

    private static List<String> take(List<String> heard)
    {
        List<String> taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }

    private void takeEffects(int database, long address, long bytes, int commands)
    {
        MemoryBytes view = new MemoryBytes();
        view.set(address, bytes);
        byte[] journal = view.toByteArray();
        int[] position = {0};
        for (int command = 0; command < commands; command++) {
            StringJoiner line = new StringJoiner(" ");
            int arguments = number('*', journal, position);
            for (int argument = 0; argument < arguments; argument++) {
                int length = number('$', journal, position);
                line.add(new String(journal, position[0], length, StandardCharsets.UTF_8));
                position[0] += length + 2;
            }
            effects.add(line.toString());
        }
        if (position[0] != journal.length) {
            throw new IllegalStateException("more than " + commands + " commands in the journal's entry");
        }
    }

    /** Reads a line with a number behind a mark; the number may have zeros in front. */
    private static int number(char mark, byte[] journal, int[] position)
    {
        if (journal[position[0]] != mark) {
            throw new IllegalStateException("no " + mark + " at " + position[0]);
        }
        int value = 0;
        int place = position[0] + 1;
        for (; journal[place] != '\r'; place++) {
            value = value * 10 + journal[place] - '0';
        }
        position[0] = place + 2;
        return value;
    }
}

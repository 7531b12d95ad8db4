package io.kvns.testing;

import io.kvns.api.KeyspaceEvent;
import io.kvns.server.dispatch.EffectJournal;
import io.kvns.server.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes down the effects of commands and the events of keys, as texts. */
final class Happenings
        implements EffectJournal.Sink, KeyspaceEvent.Listener
{
    private final List<String> effects = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    @Override
    public synchronized void effects(int database, long address, long bytes, int commands)
    {
        byte[] requests = new byte[Math.toIntExact(bytes)];
        Memory.copyTo(address, requests, 0, requests.length);
        for (ReplyValue request : ReplyValue.parseAll(requests)) {
            effects.add(request.elements().stream().map(ReplyValue::text).collect(Collectors.joining(" ")));
        }
    }

    @Override
    public synchronized void onEvent(KeyspaceEvent event)
    {
        events.add(event.kind().letter() + ":" + event.name() + " " + event.key().toText());
    }

    /** The effects since the last call. */
    synchronized List<String> takeEffects()
    {
        List<String> taken = List.copyOf(effects);
        effects.clear();
        return taken;
    }

    /** The events since the last call, each behind the letter of its kind and a colon. */
    synchronized List<String> takeEvents()
    {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}

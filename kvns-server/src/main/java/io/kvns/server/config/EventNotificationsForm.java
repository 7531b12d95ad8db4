package io.kvns.server.config;

import io.kvns.api.KeyspaceEvent.Kind;
import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Letters: K and E for the channels, one for each kind of events, A for the usual kinds. */
final class EventNotificationsForm
        implements SettingForm<EventNotifications>
{
    private static final List<Kind> USUAL = List.of(
            Kind.GENERIC,
            Kind.STRING,
            Kind.LIST,
            Kind.SET,
            Kind.HASH,
            Kind.SORTED_SET,
            Kind.EXPIRED,
            Kind.EVICTED,
            Kind.STREAM,
            Kind.MODULE);
    private static final List<Kind> UNUSUAL = List.of(Kind.KEY_MISS, Kind.NEW);

    @Override
    public EventNotifications read(List<String> words)
    {
        if (words.size() != 1) {
            throw new SettingException("wrong number of arguments");
        }
        String letters = words.getFirst();
        boolean byKey = false;
        boolean byEvent = false;
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (int index = 0; index < letters.length(); index++) {
            char letter = letters.charAt(index);
            switch (letter) {
                case 'K' -> byKey = true;
                case 'E' -> byEvent = true;
                case 'A' -> kinds.addAll(USUAL);
                default -> kinds.add(kind(letter));
            }
        }
        return new EventNotifications(byKey, byEvent, kinds);
    }

    private static Kind kind(char letter)
    {
        for (Kind kind : Kind.values()) {
            if (kind.letter() == letter) {
                return kind;
            }
        }
        throw new SettingException("Invalid event class character. Use 'Ag$lshzxeKEtmdn'.");
    }

    @Override
    public String write(EventNotifications value)
    {
        StringBuilder letters = new StringBuilder();
        if (value.kinds().containsAll(USUAL)) {
            letters.append('A');
        }
        else {
            append(letters, USUAL, value.kinds());
        }
        letters.append(value.byKey() ? "K" : "");
        letters.append(value.byEvent() ? "E" : "");
        append(letters, UNUSUAL, value.kinds());
        return letters.toString();
    }

    private static void append(StringBuilder letters, List<Kind> order, Set<Kind> kinds)
    {
        for (Kind kind : order) {
            if (kinds.contains(kind)) {
                letters.append(kind.letter());
            }
        }
    }

    @Override
    public String description()
    {
        return "the letters `K` `E` and `g` `$` `l` `s` `h` `z` `x` `e` `t` `d` `m` `n`, or `A` for all of these but `m` and `n`";
    }
}

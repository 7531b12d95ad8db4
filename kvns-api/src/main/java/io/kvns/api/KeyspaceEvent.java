package io.kvns.api;

/**
 * Something that happened to a key.
 *
 * @param kind the kind
 * @param name the name as users know it: {@code "set"}, {@code "expired"}
 * @param database the database
 * @param key the key, valid until the listener returns
 */
public record KeyspaceEvent(Kind kind, String name, int database, Bytes key)
{
    /** The kinds of events, with the letters of {@code notify-keyspace-events}. */
    public enum Kind
    {
        GENERIC('g'),
        STRING('$'),
        LIST('l'),
        SET('s'),
        HASH('h'),
        SORTED_SET('z'),
        STREAM('t'),
        EXPIRED('x'),
        EVICTED('e'),
        NEW('n'),
        KEY_MISS('m'),
        MODULE('d');

        private final char letter;

        Kind(char letter)
        {
            this.letter = letter;
        }

        /** The letter in {@code notify-keyspace-events}. */
        public char letter()
        {
            return letter;
        }
    }

    /** Hears of events, on the thread and under the locks of the command that caused them: it must be quick and must not use a keyspace. */
    @FunctionalInterface
    public interface Listener
    {
        /** Takes note of an event. */
        void onEvent(KeyspaceEvent event);
    }
}

package io.kvns.server.config;

/** Makes what users wrote fit for a message. */
final class Shown
{
    private static final int MOST_CHARACTERS = 100;

    private Shown()
    {
    }

    /** A word, quoted where needed and cut where long. Its characters stand for bytes. */
    static String shortened(String word)
    {
        String quoted = ConfigurationLine.quote(word);
        return quoted.length() <= MOST_CHARACTERS ? quoted : quoted.substring(0, MOST_CHARACTERS) + "...";
    }
}

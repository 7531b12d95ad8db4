package io.kvns.server.config;

import java.util.List;

/** A name with the words that were given for it. */
record Assignment(String name, List<String> words, Origin origin)
{
    Assignment
    {
        words = List.copyOf(words);
    }
}

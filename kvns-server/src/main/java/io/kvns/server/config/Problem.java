package io.kvns.server.config;

/**
 * Something wrong with the configuration.
 *
 * @param place where: a file and line, a variable or a flag
 * @param given what stands there, without secrets; empty for nothing to show
 * @param explanation what is wrong with it, and perhaps what to write instead
 */
public record Problem(String place, String given, String explanation)
{
    @Override
    public String toString()
    {
        return place + (given.isEmpty() ? "" : ": " + given) + "\n      " + explanation;
    }
}

package io.kvns.server.statistics;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.CommandError;
import java.util.List;

/** A request made of texts. */
record TextArguments(List<String> words)
        implements Arguments
{
    static Arguments of(String... words)
    {
        return new TextArguments(List.of(words));
    }

    @Override
    public int count()
    {
        return words.size();
    }

    @Override
    public Bytes bytes(int index)
    {
        return Bytes.of(words.get(index));
    }

    @Override
    public Bytes key(int index)
    {
        return bytes(index);
    }

    @Override
    public long integer(int index)
    {
        return Long.parseLong(words.get(index));
    }

    @Override
    public long integer(int index, long least, long most, CommandError otherwise)
    {
        return integer(index);
    }

    @Override
    public double real(int index)
    {
        return Double.parseDouble(words.get(index));
    }

    @Override
    public boolean is(int index, String keyword)
    {
        return bytes(index).equalsIgnoreCase(keyword);
    }

    @Override
    public String text(int index)
    {
        return words.get(index);
    }
}

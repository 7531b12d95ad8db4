package io.kvns.commands.server;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.CommandError;
import java.util.Objects;

/** A request inside another one: its arguments from some index on, counted from 0. */
record LaterArguments(Arguments outer, int first)
        implements Arguments
{
    @Override
    public int count()
    {
        return outer.count() - first;
    }

    @Override
    public Bytes bytes(int index)
    {
        return outer.bytes(outerIndex(index));
    }

    @Override
    public Bytes key(int index)
    {
        return outer.bytes(outerIndex(index));
    }

    @Override
    public long integer(int index)
    {
        return outer.integer(outerIndex(index));
    }

    @Override
    public long integer(int index, long least, long most, CommandError otherwise)
    {
        return outer.integer(outerIndex(index), least, most, otherwise);
    }

    @Override
    public double real(int index)
    {
        return outer.real(outerIndex(index));
    }

    @Override
    public boolean is(int index, String keyword)
    {
        return outer.is(outerIndex(index), keyword);
    }

    @Override
    public String text(int index)
    {
        return outer.text(outerIndex(index));
    }

    private int outerIndex(int index)
    {
        return first + Objects.checkIndex(index, count());
    }
}

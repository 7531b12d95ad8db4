package io.kvns.testing;

import io.kvns.api.Bytes;
import io.kvns.api.CustomType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The serialised form of a value, to test a {@link CustomType} by itself: what the type writes can be looked at, changed and read again.
 */
public final class SerializedValue
        implements CustomType.Sink
{
    private final List<Object> parts = new ArrayList<>();

    /** What was written: {@code Long}, {@code Double} and {@link Bytes}. A test may change it. */
    public List<Object> parts()
    {
        return parts;
    }

    @Override
    public void integer(long value)
    {
        parts.add(value);
    }

    @Override
    public void real(double value)
    {
        parts.add(value);
    }

    @Override
    public void bytes(Bytes value)
    {
        parts.add(Bytes.copyOf(value.toByteArray()));
    }

    /** Reads what was written, from its beginning; reading more, or another kind, is an exception. */
    public CustomType.Source source()
    {
        return new PartsSource(parts.iterator());
    }

    private record PartsSource(Iterator<Object> parts)
            implements CustomType.Source
    {
        @Override
        public long integer()
        {
            return next(Long.class);
        }

        @Override
        public double real()
        {
            return next(Double.class);
        }

        @Override
        public Bytes bytes()
        {
            return next(Bytes.class);
        }

        private <T> T next(Class<T> kind)
        {
            if (!parts.hasNext()) {
                throw new NoSuchElementException("the value ends here");
            }
            Object part = parts.next();
            if (!kind.isInstance(part)) {
                throw new IllegalStateException("the value goes on with " + part + ", not with a " + kind.getSimpleName());
            }
            return kind.cast(part);
        }
    }
}

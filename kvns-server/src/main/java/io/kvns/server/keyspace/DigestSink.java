package io.kvns.server.keyspace;

import io.kvns.api.Bytes;
import io.kvns.api.CustomType;
import io.kvns.api.admin.DataSetDigest;

/** Mixes the serialised form of a value into a digest. */
record DigestSink(DataSetDigest digests, byte[] digest)
        implements CustomType.Sink
{
    @Override
    public void integer(long value)
    {
        digests.mix(digest, Bytes.of(Long.toString(value)));
    }

    @Override
    public void real(double value)
    {
        integer(Double.doubleToRawLongBits(value));
    }

    @Override
    public void bytes(Bytes value)
    {
        digests.mix(digest, value);
    }
}

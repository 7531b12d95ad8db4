package io.kvns.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DataSetDigestTest
{
    private static final int STRING_TYPE = 0;

    private final DataSetDigest arithmetic = new DataSetDigest();

    /** The expected digests are what a Redis 7.0 server replied to {@code DEBUG DIGEST-VALUE}. */
    @Test
    void valuesHaveTheDigestsOfTheReference()
    {
        assertThat(DataSetDigest.text(valueDigest(new byte[20], "hello", false))).isEqualTo("36b23a1456b2dce2c3ed252c456761301dba8060");
        assertThat(DataSetDigest.text(valueDigest(new byte[20], "12", false))).isEqualTo("655ac46b180ad2f61a3cee25f0b1780fa2ec879a");
        assertThat(DataSetDigest.text(valueDigest(new byte[20], "v", true))).isEqualTo("311b17018163335616e089f6b951c82c477335ac");
    }

    /** The expected digest is what a Redis 7.0 server replied to {@code DEBUG DIGEST} for these keys. */
    @Test
    void aDataSetHasTheDigestOfTheReference()
    {
        byte[] total = new byte[20];
        arithmetic.mix(total, 0);
        add(total, "a", "hello", false);
        add(total, "e", "v", true);
        add(total, "n", "12", false);
        arithmetic.mix(total, 3);
        add(total, "b", "1", false);

        assertThat(DataSetDigest.text(total)).isEqualTo("353371e5820c10cff23d677d9a0d3f525803bd6f");
    }

    @Test
    void longBytesAreHashedWhole()
    {
        byte[] once = new byte[20];
        byte[] again = new byte[20];
        byte[] value = new byte[100_000];
        value[99_999] = 1;
        arithmetic.mix(once, Bytes.copyOf(value));
        arithmetic.mix(again, value, value.length);

        assertThat(once).isEqualTo(again);
    }

    private void add(byte[] total, String key, String value, boolean expires)
    {
        byte[] digest = new byte[20];
        arithmetic.mix(digest, Bytes.of(key));
        valueDigest(digest, value, expires);
        arithmetic.xor(total, digest, digest.length);
    }

    private byte[] valueDigest(byte[] digest, String value, boolean expires)
    {
        arithmetic.mix(digest, STRING_TYPE);
        arithmetic.mix(digest, Bytes.of(value));
        if (expires) {
            byte[] word = "!!expire!!".getBytes(StandardCharsets.US_ASCII);
            arithmetic.xor(digest, word, word.length);
        }
        return digest;
    }
}

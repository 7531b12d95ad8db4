package io.kvns.api.admin;

import io.kvns.api.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The arithmetic of {@code DEBUG DIGEST}: twenty bytes that tell whether two data sets, of kvns or of the reference, are the same.
 *
 * <p>{@link #xor} is for elements without an order: the digest does not depend on which comes first. {@link #mix} is for elements
 * that have an order. One object is used by one thread.
 */
public final class DataSetDigest
{
    /** The bytes of a digest. */
    public static final int LENGTH = 20;

    private static final int CHUNK = 8192;

    private final MessageDigest sha1;
    private byte[] chunk = new byte[64];

    /** Arithmetic on digests. */
    public DataSetDigest()
    {
        try {
            this.sha1 = MessageDigest.getInstance("SHA-1");
        }
        catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }

    /** Adds an element that has no order among others. */
    public void xor(byte[] digest, Bytes element)
    {
        hash(element);
        xorHash(digest);
    }

    /** Adds an element that has no order among others: the first {@code length} bytes of an array. */
    public void xor(byte[] digest, byte[] element, int length)
    {
        sha1.update(element, 0, length);
        xorHash(digest);
    }

    /** Adds an element that comes after those added before. */
    public void mix(byte[] digest, Bytes element)
    {
        xor(digest, element);
        rehash(digest);
    }

    /** Adds an element that comes after those added before: the first {@code length} bytes of an array. */
    public void mix(byte[] digest, byte[] element, int length)
    {
        xor(digest, element, length);
        rehash(digest);
    }

    /** Adds a number of 32 bits, most significant byte first, that comes after what was added before. */
    public void mix(byte[] digest, int number)
    {
        byte[] bytes = {(byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number};
        mix(digest, bytes, bytes.length);
    }

    /** The digest as clients see it. */
    public static String text(byte[] digest)
    {
        return HexFormat.of().formatHex(digest);
    }

    private void rehash(byte[] digest)
    {
        sha1.update(digest);
        System.arraycopy(sha1.digest(), 0, digest, 0, LENGTH);
    }

    private void xorHash(byte[] digest)
    {
        byte[] hash = sha1.digest();
        for (int index = 0; index < LENGTH; index++) {
            digest[index] ^= hash[index];
        }
    }

    private void hash(Bytes element)
    {
        long length = element.length();
        if (chunk.length < CHUNK && length > chunk.length) {
            chunk = new byte[CHUNK];
        }
        for (long offset = 0; offset < length; offset += chunk.length) {
            int count = (int) Math.min(chunk.length, length - offset);
            element.copyTo(offset, chunk, 0, count);
            sha1.update(chunk, 0, count);
        }
    }
}

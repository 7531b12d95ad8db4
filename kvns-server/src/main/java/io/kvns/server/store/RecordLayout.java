package io.kvns.server.store;

/**
 * Where the fields of a record are. A record is one key with its value, or with the address of its value's blocks.
 *
 * <pre>
 *   0      1       2             4            5           8             (16)         (20)
 *   +------+-------+-------------+------------+-----------+-------------+------------+-----------+-------------+
 *   | kind | flags | inlineBytes | keyBytes   | access    | [expiresAt] | [longKey]  | key ...   | payload ... |
 *   +------+-------+-------------+------------+-----------+-------------+------------+-----------+-------------+
 *     1      1       2             1            3           8             4
 * </pre>
 *
 * <p>{@code kind} is type and encoding. {@code expiresAt} is there if the flag {@link #HAS_EXPIRY} is set, {@code longKey}, the
 * key's length as an int, if {@link #LONG_KEY} is; {@code keyBytes} is 255 then. {@code access} is the access clock, see
 * {@link AccessClock}. The payload depends on the encoding: {@code INT}: 8 bytes, the number. {@code EMBSTR}, {@code RAW}:
 * {@code inlineBytes} bytes, the string. {@code EXTERNAL}: the address of a block with the string, then its length, 8 bytes each.
 * {@code CUSTOM}: the address of the root block, 8 bytes, then the number of the type, 4 bytes.
 */
final class RecordLayout
{
    static final long KIND = 0;
    static final long FLAGS = 1;
    static final long INLINE_BYTES = 2;
    static final long KEY_BYTES_AND_ACCESS = 4;
    static final long EXPIRES_AT = 8;
    static final long FIXED_BYTES = 8;
    static final long EXPIRES_AT_BYTES = 8;
    static final long LONG_KEY_BYTES = 4;

    static final int HAS_EXPIRY = 1;
    static final int LONG_KEY = 2;
    static final int LONGEST_SHORT_KEY = 254;

    static final long EXTERNAL_ADDRESS = 0;
    static final long EXTERNAL_LENGTH = 8;
    static final long EXTERNAL_BYTES = 16;
    static final long INT_BYTES = 8;
    static final long CUSTOM_ROOT = 0;
    static final long CUSTOM_TYPE = 8;
    static final long CUSTOM_BYTES = 12;

    private RecordLayout()
    {
    }
}

package io.kvns.server.store;

import io.kvns.api.ValueType;

/** Type and encoding of a record's value, as one byte: the type in the upper four bits. */
public final class Kind
{
    public static final int STRING_INT = 0x00;
    public static final int STRING_EMBSTR = 0x01;
    public static final int STRING_RAW = 0x02;
    public static final int STRING_EXTERNAL = 0x03;
    public static final int CUSTOM = 0xF0;

    private static final ValueType[] TYPES = new ValueType[16];

    static {
        TYPES[0x0] = ValueType.STRING;
        TYPES[0x1] = ValueType.LIST;
        TYPES[0x2] = ValueType.SET;
        TYPES[0x3] = ValueType.SORTED_SET;
        TYPES[0x4] = ValueType.HASH;
        TYPES[0x5] = ValueType.STREAM;
        TYPES[0xF] = ValueType.CUSTOM;
    }

    private Kind()
    {
    }

    /** The type of a kind. */
    public static ValueType type(int kind)
    {
        return TYPES[kind >>> 4];
    }

    /** Whether a kind is one of the strings'. */
    public static boolean isString(int kind)
    {
        return kind >>> 4 == 0;
    }

    /** The encoding as {@code OBJECT ENCODING} shows it. */
    public static String encodingName(int kind)
    {
        return switch (kind) {
            case STRING_INT -> "int";
            case STRING_EMBSTR -> "embstr";
            case STRING_RAW, STRING_EXTERNAL -> "raw";
            case CUSTOM -> "raw";
            default -> throw new IllegalStateException("no such kind: " + kind);
        };
    }
}

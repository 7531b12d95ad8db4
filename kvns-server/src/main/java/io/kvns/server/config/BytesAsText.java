package io.kvns.server.config;

import io.kvns.api.SettingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts of which each character stands for one byte, as configuration files are read and written. */
final class BytesAsText
{
    private BytesAsText()
    {
    }

    /** The bytes, one a character. */
    static String of(byte[] bytes)
    {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The UTF-8 bytes of a text, one a character. */
    static String encode(String text)
    {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The text whose UTF-8 bytes these are.
     *
     * @throws SettingException if they are none
     */
    static String decode(String bytes)
    {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(toBytes(bytes))).toString();
        }
        catch (CharacterCodingException malformed) {
            throw new SettingException("argument must be UTF-8");
        }
    }

    static byte[] toBytes(String text)
    {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

package io.kvns.server.network;

import io.kvns.server.config.NetworkSettings;
import org.jspecify.annotations.Nullable;

/** What a request may be at most, for one connection at one time. Kept by a loop and set before it reads requests. */
final class RequestLimits
{
    // What a client that has yet to authenticate may send: enough for AUTH and HELLO, too little to do harm.
    private static final int UNAUTHENTICATED_ARGUMENTS = 10;
    private static final int UNAUTHENTICATED_BULK_BYTES = 16_384;
    // The codec frames no longer one, and offsets in a request are ints.
    private static final int LARGEST_BULK_BYTES = 512 * 1024 * 1024;

    private final NetworkSettings settings;
    private int maxArguments;
    private int maxBulkBytes;
    private int maxLineBytes;
    private boolean authenticated;

    RequestLimits(NetworkSettings settings)
    {
        this.settings = settings;
        refresh();
    }

    /** Takes over what the settings say now. */
    void refresh()
    {
        maxArguments = settings.maxArguments.intValue();
        maxBulkBytes = (int) Math.min(settings.maxBulkBytes.value(), LARGEST_BULK_BYTES);
        maxLineBytes = settings.maxInlineBytes.intValue();
    }

    /** Turns to a client. */
    void authenticated(boolean value)
    {
        this.authenticated = value;
    }

    /** The most arguments that need no second look. */
    int plainArguments()
    {
        return authenticated ? maxArguments : Math.min(maxArguments, UNAUTHENTICATED_ARGUMENTS);
    }

    /** The most bytes of an argument that needs no second look. */
    int plainBulkBytes()
    {
        return authenticated ? maxBulkBytes : Math.min(maxBulkBytes, UNAUTHENTICATED_BULK_BYTES);
    }

    /** The most bytes of a header line or of a request that is a plain line. */
    int maxLineBytes()
    {
        return maxLineBytes;
    }

    /** What is wrong with a number of arguments, null for nothing. */
    @Nullable ProtocolError errorOfCount(long count)
    {
        if (count > maxArguments) {
            return ProtocolError.INVALID_MULTIBULK_LENGTH;
        }
        return count > UNAUTHENTICATED_ARGUMENTS && !authenticated ? ProtocolError.UNAUTHENTICATED_MULTIBULK_LENGTH : null;
    }

    /** What is wrong with a number of bytes of an argument, null for nothing. */
    @Nullable ProtocolError errorOfBulkBytes(long bytes)
    {
        if (bytes < 0 || bytes > maxBulkBytes) {
            return ProtocolError.INVALID_BULK_LENGTH;
        }
        return bytes > UNAUTHENTICATED_BULK_BYTES && !authenticated ? ProtocolError.UNAUTHENTICATED_BULK_LENGTH : null;
    }
}

package io.kvns.cli.protocol;

import io.kvns.cli.text.ByteSink;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;

/**
 * A blocking connection to a server. Interrupting the thread that waits in it closes it.
 *
 * <p>Used by one thread, except that {@link #close} may be called by any.
 */
public final class Connection
        implements AutoCloseable
{
    /** Any address of the host will do. */
    public static final int ANY_FAMILY = 0;

    private static final int MAX_HOST_LENGTH = 255;

    private final SocketChannel channel;
    private final ReplyReader reader;
    private final ByteSink request = new ByteSink();

    private Connection(SocketChannel channel)
    {
        this.channel = channel;
        this.reader = new ReplyReader(channel);
    }

    /**
     * Connects.
     *
     * @param family 4 or 6 to use only addresses of that Internet protocol version, {@link #ANY_FAMILY} otherwise
     * @param timeoutMillis how long connecting may take, each address of the host counted by itself; 0 waits as long as the system does
     * @throws ConnectionLostException saying where to and why not
     */
    public static Connection open(ServerAddress address, int family, long timeoutMillis)
    {
        try {
            if (address.socketPath() != null) {
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                channel.connect(UnixDomainSocketAddress.of(address.socketPath()));
                return new Connection(channel);
            }
            return openInternet(address, family, timeoutMillis);
        }
        catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            throw refused(address, describe(e));
        }
    }

    private static Connection openInternet(ServerAddress address, int family, long timeoutMillis)
            throws IOException
    {
        if (address.host().length() > MAX_HOST_LENGTH) {
            throw refused(address, "Host name of " + address.host().length() + " characters, at most " + MAX_HOST_LENGTH + " are allowed");
        }
        if (address.port() < 1 || address.port() > 65_535) {
            throw refused(address, "Port out of range");
        }
        IOException failure = null;
        boolean timeout = false;
        for (InetAddress candidate : InetAddress.getAllByName(address.host())) {
            boolean wanted = family == ANY_FAMILY || (family == 4 ? candidate instanceof Inet4Address : candidate instanceof Inet6Address);
            if (!wanted) {
                continue;
            }
            SocketChannel channel = SocketChannel.open();
            Deadline deadline = timeoutMillis > 0 ? Deadline.start(channel, timeoutMillis) : null;
            try {
                channel.connect(new InetSocketAddress(candidate, address.port()));
                return new Connection(channel);
            }
            catch (IOException e) {
                timeout = deadline != null && deadline.hasPassed();
                failure = e;
                channel.close();
            }
            finally {
                if (deadline != null) {
                    deadline.cancel();
                }
            }
        }
        if (timeout) {
            throw new ConnectionLostException("Could not connect to server at " + address.display() + ": Connection timed out", true);
        }
        if (failure == null) {
            throw refused(address, "No address of IP version " + family);
        }
        throw failure;
    }

    private static ConnectionLostException refused(ServerAddress address, String reason)
    {
        return new ConnectionLostException("Could not connect to server at " + address.display() + ": " + reason);
    }

    /** Closes the connection if {@link Deadline#cancel} is not called within the time. */
    public Deadline deadline(long millis)
    {
        return Deadline.start(channel, millis);
    }

    /** Sends one command. */
    public void send(byte[]... arguments)
    {
        request.clear();
        append(arguments);
        flush();
    }

    /** Appends one command to what {@link #flush} will send. */
    public void append(byte[]... arguments)
    {
        request.put('*').put((long) arguments.length).put('\r').put('\n');
        for (byte[] argument : arguments) {
            request.put('$').put((long) argument.length).put('\r').put('\n');
            request.put(argument).put('\r').put('\n');
        }
    }

    /** Sends what was appended. */
    public void flush()
    {
        byte[] bytes = request.toByteArray();
        request.clear();
        sendRaw(bytes, 0, bytes.length);
    }

    /** Sends bytes as they are. */
    public void sendRaw(byte[] bytes, int offset, int count)
    {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, count);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
        catch (IOException e) {
            throw new ConnectionLostException(describe(e));
        }
    }

    /** Waits for the next reply; it may be a push. */
    public Reply read()
    {
        return reader.read();
    }

    /** Whether received bytes wait to be read as a reply. */
    public boolean hasBuffered()
    {
        return reader.hasBuffered();
    }

    /** The channel, for those that wait for several things at once. */
    public SocketChannel channel()
    {
        return channel;
    }

    /** Takes what has arrived without waiting for a whole reply; false if the server has closed the connection. */
    public boolean fill()
            throws IOException
    {
        return reader.fill();
    }

    @Override
    public void close()
    {
        try {
            channel.close();
        }
        catch (IOException e) {
            // Nothing is lost: all that was to be sent has been sent.
        }
    }

    /** Says in the words of the C library, which users know, what went wrong. */
    static String describe(Exception e)
    {
        if (e instanceof UnknownHostException) {
            return "Name or service not known";
        }
        if (e instanceof ClosedByInterruptException) {
            return "Interrupted";
        }
        if (e instanceof ClosedChannelException) {
            return "Connection closed";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}

package io.kvns.testing;

import io.kvns.api.Bytes;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * A plain blocking connection to a server that speaks RESP, for tests: it sends what it is told and reads one reply at a time.
 *
 * <p>A reply that does not come within the time limit is an {@link AssertionError}. Whoever sends many requests before reading must
 * keep them, and their replies, smaller than the buffers of both sides. Not thread-safe.
 */
public final class RespConnection
        implements AutoCloseable
{
    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
    private static final int READ_TIMEOUT_MILLIS = 30_000;

    private final Socket socket;
    private final ReplyReader reader;

    private RespConnection(Socket socket)
            throws IOException
    {
        this.socket = socket;
        this.reader = new ReplyReader(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    }

    /** Connects to a server on this machine. */
    public static RespConnection open(int port)
    {
        return open("127.0.0.1", port);
    }

    /** Connects to a server. */
    public static RespConnection open(String host, int port)
    {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(host, port), CONNECT_TIMEOUT_MILLIS);
            return new RespConnection(socket);
        }
        catch (IOException e) {
            closeQuietly(socket);
            throw new UncheckedIOException("cannot connect to " + host + ":" + port, e);
        }
    }

    /** Sends a request and reads its reply. Arguments are texts, numbers, {@code byte[]} or {@link Bytes}. */
    public ReplyValue command(Object... arguments)
    {
        send(arguments);
        return read();
    }

    /** Sends a request as an array of bulk strings and reads nothing. */
    public void send(Object... arguments)
    {
        sendRaw(encode(arguments));
    }

    /** Sends bytes as they are. */
    public void sendRaw(byte[] bytes)
    {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a text, each character as one byte (Latin-1). */
    public void sendRaw(String text)
    {
        sendRaw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads one reply or push message. */
    public ReplyValue read()
    {
        try {
            return reader.read();
        }
        catch (SocketTimeoutException e) {
            throw new AssertionError("no reply within the time limit", e);
        }
        catch (EOFException e) {
            throw new AssertionError("the server closed the connection instead of replying", e);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the server closes the connection; a further reply is an {@link AssertionError}. */
    public void expectClosed()
    {
        ReplyValue unexpected;
        try {
            unexpected = reader.read();
        }
        catch (EOFException | SocketException closed) {
            return;
        }
        catch (SocketTimeoutException e) {
            throw new AssertionError("the server did not close the connection within the time limit", e);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("a reply instead of the end of the connection: " + unexpected);
    }

    /** Switches the connection to RESP3. */
    public RespConnection resp3()
    {
        ReplyValue reply = command("HELLO", "3");
        if (reply.isError()) {
            throw new AssertionError("HELLO 3: " + reply);
        }
        return this;
    }

    /** How long {@link #read} waits for a reply. */
    public void timeoutMillis(int millis)
    {
        try {
            socket.setSoTimeout(millis);
        }
        catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the sending direction: the server sees the end of the stream, replies can still be read. */
    public void endSending()
    {
        try {
            socket.shutdownOutput();
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The local port. */
    public int localPort()
    {
        return socket.getLocalPort();
    }

    @Override
    public void close()
    {
        closeQuietly(socket);
    }

    /** A request as bytes: an array of bulk strings. Arguments are texts, numbers, {@code byte[]} or {@link Bytes}. */
    public static byte[] encode(Object... arguments)
    {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("*" + arguments.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (Object argument : arguments) {
            byte[] bytes = bytes(argument);
            request.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(bytes);
            request.writeBytes(new byte[] {'\r', '\n'});
        }
        return request.toByteArray();
    }

    static byte[] bytes(Object argument)
    {
        return switch (argument) {
            case byte[] array -> array;
            case Bytes view -> view.toByteArray();
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case Number number -> number.toString().getBytes(StandardCharsets.US_ASCII);
            default -> throw new IllegalArgumentException("not an argument: " + argument.getClass());
        };
    }

    private static void closeQuietly(Socket socket)
    {
        try {
            socket.close();
        }
        catch (IOException ignored) {
            // A connection of a test that does not close any more is of no interest.
        }
    }
}

package io.kvns.cli;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that answers each command as a test says, with any bytes, and remembers the commands. A null answer ends the connection;
 * an answer of no bytes is none.
 */
public final class FakeServer
        implements AutoCloseable
{
    /** Decides what is answered. */
    public interface Answers
    {
        /** The bytes to answer a command with. */
        byte[] answer(List<String> command);
    }

    private final ServerSocket listener;
    private final Answers answers;
    private final boolean closing;
    private final List<List<String>> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    private FakeServer(Answers answers, boolean closing)
            throws IOException
    {
        this.answers = answers;
        this.closing = closing;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** A server that answers every command by {@code answers}. */
    public static FakeServer start(Answers answers)
    {
        return start(answers, false);
    }

    /** A server that answers the first command of a connection and closes it. */
    public static FakeServer startClosing(byte[] answer)
    {
        return start(command -> answer, true);
    }

    private static FakeServer start(Answers answers, boolean closing)
    {
        try {
            FakeServer server = new FakeServer(answers, closing);
            Thread.ofVirtual().start(server::accept);
            return server;
        }
        catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
    }

    /** A server with RESP3 but without COMMAND, which answers every other command by the next of the answers, then closes. */
    public static FakeServer answering(String... replies)
    {
        byte[][] bytes = new byte[replies.length][];
        for (int index = 0; index < replies.length; index++) {
            bytes[index] = latin1(replies[index]);
        }
        return answering(List.of(bytes));
    }

    /** The same for answers of any bytes. */
    public static FakeServer answering(List<byte[]> replies)
    {
        int[] next = {0};
        return start(command -> {
            if (command.getFirst().equalsIgnoreCase("HELLO")) {
                return latin1("%1\r\n$5\r\nproto\r\n:3\r\n");
            }
            if (command.getFirst().equals("COMMAND")) {
                // redis-cli asks for the commands before it reads any from standard input.
                return latin1("-ERR unknown command\r\n");
            }
            return next[0] < replies.size() ? replies.get(next[0]++) : null;
        });
    }

    public static byte[] latin1(String text)
    {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public int port()
    {
        return listener.getLocalPort();
    }

    /** The commands received so far, their bytes read as ISO 8859-1. */
    public List<List<String>> commands()
    {
        return List.copyOf(commands);
    }

    @Override
    public void close()
    {
        try {
            listener.close();
            for (Socket connection : connections) {
                connection.close();
            }
        }
        catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept()
    {
        try {
            while (true) {
                Socket connection = listener.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        }
        catch (IOException e) {
            // Closed at the end of the test.
        }
    }

    private void serve(Socket connection)
    {
        try (connection; InputStream input = connection.getInputStream(); OutputStream output = connection.getOutputStream()) {
            while (true) {
                List<String> command = readCommand(input);
                if (command.isEmpty()) {
                    continue;
                }
                commands.add(command);
                byte[] answer = answers.answer(command);
                if (answer == null) {
                    return;
                }
                output.write(answer);
                output.flush();
                if (closing) {
                    return;
                }
            }
        }
        catch (IOException e) {
            // The client has gone.
        }
    }

    private static List<String> readCommand(InputStream input)
            throws IOException
    {
        String line = readLine(input);
        if (!line.startsWith("*")) {
            return line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
        }
        int count = Integer.parseInt(line.substring(1));
        String[] words = new String[count];
        for (int index = 0; index < count; index++) {
            int length = Integer.parseInt(readLine(input).substring(1));
            words[index] = new String(input.readNBytes(length), StandardCharsets.ISO_8859_1);
            readLine(input);
        }
        return List.of(words);
    }

    private static String readLine(InputStream input)
            throws IOException
    {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}

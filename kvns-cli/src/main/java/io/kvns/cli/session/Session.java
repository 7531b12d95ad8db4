package io.kvns.cli.session;

import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.exit.ExitCode;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.protocol.Connection;
import io.kvns.cli.protocol.ConnectionLostException;
import io.kvns.cli.protocol.Deadline;
import io.kvns.cli.protocol.ProtocolException;
import io.kvns.cli.protocol.Reply;
import io.kvns.cli.protocol.ReplyKind;
import io.kvns.cli.protocol.ServerAddress;
import io.kvns.cli.text.ByteSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A conversation with a server. It greets the server as the options say, follows what commands do to the connection (database,
 * transaction, protocol, user), and restores that when it has to connect again.
 */
public final class Session
        implements AutoCloseable
{
    private static final String NO_PASSWORD_CONFIGURED = "ERR AUTH <password> called without any password configured";

    private final CliOptions options;
    private final ByteSink warnings;
    private ServerAddress address;
    private PushListener pushListener;
    private Connection connection;

    private final byte[] givenPassword;
    private byte[] user;
    private byte[] password;
    private int database;
    private boolean wantsResp3;

    private boolean resp3;
    private int selected;
    private boolean transaction;
    private int databaseBeforeTransaction;
    private boolean repliesOff;
    private int logins;
    private int repliesToSkip;

    /** A session that is not connected yet; what goes wrong without being fatal is said to {@code warnings}. */
    public Session(CliOptions options, byte[] password, ByteSink warnings)
    {
        this.options = options;
        this.warnings = warnings;
        this.address = options.address();
        this.user = options.user();
        this.givenPassword = password;
        this.password = password;
        this.database = options.database();
        this.wantsResp3 = options.wantsResp3();
    }

    /** A session of its own with the same server and the same credentials, in RESP2 and database 0. */
    public Session sibling()
    {
        Session sibling = new Session(options, givenPassword, new ByteSink());
        sibling.address = address;
        sibling.user = user;
        sibling.password = password;
        sibling.database = 0;
        sibling.wantsResp3 = false;
        return sibling;
    }

    /** Who is told of pushes; without a listener they are dropped. */
    public void onPush(PushListener listener)
    {
        pushListener = listener;
    }

    /** Turns to another server, which is not told a password that was given to this one; {@link #connect} does the rest. */
    public void moveTo(ServerAddress other)
    {
        close();
        address = other;
        user = options.user();
        password = givenPassword;
        database = 0;
    }

    public ServerAddress address()
    {
        return address;
    }

    public boolean isConnected()
    {
        return connection != null;
    }

    /** The database commands work on. */
    public int database()
    {
        return selected;
    }

    public boolean inTransaction()
    {
        return transaction;
    }

    public boolean isResp3()
    {
        return resp3;
    }

    /** Changes whenever this talks to another server, or as another user. */
    public String identity()
    {
        return address.display() + " " + logins;
    }

    /** The connection, for modes that speak the protocol themselves. */
    public Connection connection()
    {
        return connection;
    }

    /**
     * Connects and greets.
     *
     * @param strict whether refused credentials and a refused database are failures, not warnings
     * @throws CliFailure with the exit code for connections, or for timeouts
     */
    public void connect(boolean strict)
    {
        close();
        Deadline deadline = null;
        try {
            connection = Connection.open(address, options.family(), options.timeoutMillis());
            if (options.timeoutMillis() > 0) {
                deadline = connection.deadline(options.timeoutMillis());
            }
            greet(strict);
        }
        catch (ConnectionLostException e) {
            close();
            boolean timeout = e.isTimeout() || (deadline != null && deadline.hasPassed());
            throw new CliFailure(timeout ? ExitCode.TIMEOUT : ExitCode.CONNECTION,
                    timeout && !e.isTimeout() ? "No answer from server at " + address.display() + " in time" : e.getMessage());
        }
        catch (ProtocolException e) {
            close();
            throw new CliFailure(ExitCode.CONNECTION, "Error: " + e.getMessage());
        }
        finally {
            if (deadline != null) {
                deadline.cancel();
            }
        }
    }

    private void greet(boolean strict)
    {
        if (password != null) {
            authenticate(strict);
        }
        if (wantsResp3) {
            Reply reply = exchange("HELLO", "3");
            resp3 = !reply.isError();
            if (!resp3 && options.protocol() == 3) {
                warn("HELLO 3 failed: " + reply.text());
            }
        }
        if (database != 0) {
            Reply reply = exchange("SELECT", Integer.toString(database));
            if (!reply.isError()) {
                selected = database;
                return;
            }
            String message = "SELECT " + database + " failed: " + reply.text();
            if (strict) {
                throw new CliFailure(ExitCode.CONNECTION, message);
            }
            warn(message);
        }
    }

    private void authenticate(boolean strict)
    {
        byte[] name = ascii("AUTH");
        if (user == null) {
            connection.send(name, password);
        }
        else {
            connection.send(name, user, password);
        }
        Reply reply = awaitReply(false);
        if (!reply.isError()) {
            return;
        }
        String message = "AUTH failed: " + reply.text();
        if (strict && !reply.text().startsWith(NO_PASSWORD_CONFIGURED)) {
            throw new CliFailure(ExitCode.CONNECTION, message);
        }
        warn(message);
    }

    /** Sends a command of ASCII words and returns its reply. */
    public Reply call(String... words)
    {
        byte[][] command = new byte[words.length][];
        for (int index = 0; index < words.length; index++) {
            command[index] = ascii(words[index]);
        }
        return call(command);
    }

    /**
     * Sends a command and returns its first reply, null if it has none.
     *
     * @throws ConnectionLostException if there is no connection any more; SHUTDOWN, which ends it, has the reply null
     * @throws ProtocolException if the reply is not RESP
     */
    public Reply call(byte[][] command)
    {
        String name = CommandEffect.name(command);
        boolean expected = expectsReply(command, name);
        try {
            connection.send(command);
            if (!expected) {
                return null;
            }
            Reply reply = awaitReply(CommandEffect.isSubscribe(name) || CommandEffect.isUnsubscribe(name));
            follow(command, name, reply);
            return reply;
        }
        catch (ConnectionLostException e) {
            close();
            if (name.equals("shutdown")) {
                return null;
            }
            throw e;
        }
        catch (ProtocolException e) {
            close();
            throw e;
        }
    }

    /** Waits for whatever the server sends next, pushes included. */
    public Reply next()
    {
        try {
            return connection.read();
        }
        catch (ConnectionLostException | ProtocolException e) {
            close();
            throw e;
        }
    }

    /** How many more replies {@link #next} will give to a command whose first reply has been returned. */
    public static int furtherReplies(byte[][] command)
    {
        String name = CommandEffect.name(command);
        return CommandEffect.isUnsubscribe(name) || CommandEffect.isSubscribe(name) ? Math.max(0, command.length - 2) : 0;
    }

    /** Notices, without waiting, pushes that have arrived and whether the server has closed the connection. */
    public void poll()
    {
        if (connection == null) {
            return;
        }
        try {
            connection.channel().configureBlocking(false);
            boolean open = connection.fill();
            connection.channel().configureBlocking(true);
            while (connection.hasBuffered()) {
                deliver(connection.read());
            }
            if (!open) {
                close();
            }
        }
        catch (IOException | ConnectionLostException | ProtocolException e) {
            close();
        }
    }

    @Override
    public void close()
    {
        if (connection != null) {
            connection.close();
        }
        connection = null;
        resp3 = false;
        selected = 0;
        transaction = false;
        repliesOff = false;
        repliesToSkip = 0;
    }

    private Reply exchange(String... words)
    {
        byte[][] command = new byte[words.length][];
        for (int index = 0; index < words.length; index++) {
            command[index] = ascii(words[index]);
        }
        connection.send(command);
        return awaitReply(false);
    }

    private Reply awaitReply(boolean pushIsReply)
    {
        while (true) {
            Reply reply = connection.read();
            if (reply.kind() != ReplyKind.PUSH || pushIsReply) {
                return reply;
            }
            deliver(reply);
        }
    }

    private void deliver(Reply push)
    {
        if (pushListener != null) {
            pushListener.pushed(push);
        }
    }

    private boolean expectsReply(byte[][] command, String name)
    {
        if (name.equals("client") && CommandEffect.is(command, 1, "reply") && command.length == 3) {
            if (CommandEffect.is(command, 2, "off")) {
                repliesOff = true;
                return false;
            }
            if (CommandEffect.is(command, 2, "skip") && !repliesOff) {
                repliesToSkip = 1;
                return false;
            }
            if (CommandEffect.is(command, 2, "on")) {
                repliesOff = false;
                repliesToSkip = 0;
                return true;
            }
        }
        if (repliesToSkip > 0) {
            repliesToSkip--;
            return false;
        }
        return !repliesOff;
    }

    /** Follows what a command did to the connection. */
    private void follow(byte[][] command, String name, Reply reply)
    {
        switch (name) {
            case "select" -> {
                if (!reply.isError() && command.length == 2) {
                    selected = databaseNumber(command[1]);
                    database = transaction ? database : selected;
                }
            }
            case "multi" -> {
                if (!reply.isError()) {
                    transaction = true;
                    databaseBeforeTransaction = selected;
                }
            }
            case "exec", "discard" -> endTransaction(name, reply);
            case "hello" -> {
                if (!reply.isError()) {
                    followHello(command);
                }
            }
            case "auth" -> {
                if (!reply.isError() && (command.length == 2 || command.length == 3)) {
                    user = command.length == 3 ? command[1] : null;
                    password = command[command.length - 1];
                    logins++;
                    selectAgain();
                }
            }
            case "reset" -> {
                if (!reply.isError()) {
                    transaction = false;
                    selected = 0;
                    database = 0;
                    resp3 = false;
                    wantsResp3 = false;
                }
            }
            case "quit" -> close();
            default -> {
                // Other commands leave the connection as it is.
            }
        }
    }

    private void endTransaction(String name, Reply reply)
    {
        if (!transaction || (reply.isError() && !reply.text().startsWith("EXECABORT"))) {
            return;
        }
        transaction = false;
        if (name.equals("discard") || reply.isError() || reply.isNil()) {
            selected = databaseBeforeTransaction;
        }
        database = selected;
    }

    private void followHello(byte[][] command)
    {
        if (command.length > 1) {
            resp3 = CommandEffect.is(command, 1, "3");
            wantsResp3 = resp3;
        }
        for (int index = 2; index + 2 < command.length; index++) {
            if (CommandEffect.is(command, index, "auth")) {
                user = command[index + 1];
                password = command[index + 2];
                logins++;
                return;
            }
        }
    }

    /** Selects the database again that could not be selected before authentication. */
    private void selectAgain()
    {
        if (database != selected && !transaction) {
            Reply reply = exchange("SELECT", Integer.toString(database));
            if (!reply.isError()) {
                selected = database;
            }
        }
    }

    private static int databaseNumber(byte[] word)
    {
        try {
            return Integer.parseInt(new String(word, StandardCharsets.ISO_8859_1));
        }
        catch (NumberFormatException e) {
            return 0;
        }
    }

    private void warn(String message)
    {
        warnings.put(message).put('\n').flush();
    }

    private static byte[] ascii(String word)
    {
        return word.getBytes(StandardCharsets.UTF_8);
    }
}

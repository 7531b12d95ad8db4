package io.kvns.api.admin;

import io.kvns.api.Client;

/** A client, as the commands about connections see and change it. What changes it is for the client's own commands alone. */
public interface ConnectedClient
        extends Client
{
    /** What a client is to the server. */
    enum Kind
    {
        /** Sends commands. */
        NORMAL,
        /** The server that this one follows. */
        MASTER,
        /** A server that follows this one. */
        REPLICA,
        /** Receives messages. */
        PUBSUB
    }

    /** What it is to the server. */
    Kind kind();

    /** Where it connected to, {@code host:port}; empty for the server itself. */
    String localAddress();

    /** The database that it selected. */
    int database();

    /** Selects a database. */
    void database(int index);

    /** Whether it speaks RESP3. */
    boolean isResp3();

    /** Changes the protocol of replies, that of the command being executed included. */
    void resp3(boolean value);

    /** Whether it may run commands that ask for authentication. */
    boolean isAuthenticated();

    /** Gives it a name; empty for none. */
    void name(String value);

    /** The name of its library, empty if it did not tell. */
    String libraryName();

    /** Notes the name of its library. */
    void libraryName(String value);

    /** The version of its library, empty if it did not tell. */
    String libraryVersion();

    /** Notes the version of its library. */
    void libraryVersion(String value);

    /** Says whether it is spared when clients are closed to save memory. */
    void noEvict(boolean value);

    /** Says whether its commands leave access times as they are. */
    void noTouch(boolean value);

    /** Replies are sent again, that to the command being executed included. */
    void repliesOn();

    /** No replies are sent, that to the command being executed included. */
    void repliesOff();

    /** Neither the reply to the command being executed nor that to the next is sent. */
    void skipNextReply();

    /** Makes it what it was when it connected, except for its authentication and its library. */
    void reset();

    /** Asks that it be closed when its output has been sent; nothing more of it is executed. */
    void closeAfterReply();

    /** What it is and does, a letter each, as {@code CLIENT LIST} shows it. */
    String flags();

    /** When it connected, in milliseconds since 1970. */
    long connectedMillis();

    /** When it last sent something, in milliseconds since 1970. */
    long lastRequestMillis();
}

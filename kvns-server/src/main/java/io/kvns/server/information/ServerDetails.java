package io.kvns.server.information;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the parts of a running server know of themselves that {@code INFO server} shows. */
public interface ServerDetails
{
    /** The port for clients, 0 if there is none. */
    int port();

    /** How sockets are served: {@code epoll}. */
    String multiplexing();

    /** How many threads serve clients. */
    int eventLoops();

    /** The configuration file, empty if the server was started without one. */
    Optional<Path> configurationFile();

    /** The listeners, as {@code INFO} describes them: {@code name=tcp,bind=0.0.0.0,port=6480}. */
    List<String> listeners();
}

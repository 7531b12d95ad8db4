package io.kvns.cli.docs;

import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.protocol.ConnectionLostException;
import io.kvns.cli.protocol.ProtocolException;
import io.kvns.cli.session.Session;

/** Fetches what a server says about its commands in the background, over a connection of its own, so that nobody waits for it. */
public final class DocsLoader
{
    private final Session session;
    private final Thread thread;
    private volatile CommandDocs docs = CommandDocs.NONE;

    private DocsLoader(Session session)
    {
        this.session = session;
        this.thread = new Thread(this::load, "kvns-cli-docs");
        thread.setDaemon(true);
    }

    /** Begins to ask the server a session is connected to. */
    public static DocsLoader start(Session session)
    {
        DocsLoader loader = new DocsLoader(session.sibling());
        loader.thread.start();
        return loader;
    }

    /** What is known so far; nothing while the server is being asked, or if it cannot tell. */
    public CommandDocs docs()
    {
        return docs;
    }

    /** What is known once the server has answered, or after a while. */
    public CommandDocs await(long millis)
    {
        try {
            thread.join(millis);
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return docs;
    }

    private void load()
    {
        try (session) {
            session.connect(false);
            docs = DocsReader.read(session);
        }
        catch (CliFailure | ConnectionLostException | ProtocolException e) {
            // Then there are no hints. What is wrong with the server shows in the user's own commands.
        }
    }
}

package io.kvns.server.clients;

import io.kvns.server.protocol.ReplyWriter;
import io.kvns.server.protocol.Request;

/**
 * Executes the requests of the clients of one {@link ClientLoop}; all calls come from its thread.
 *
 * <p>What one client has sent is executed as a batch: {@link #beginBatch}, {@link #execute} for one request after the other,
 * {@link #endBatch}; then the replies are sent, with one write. Batches of several clients follow one another and never mix.
 */
public interface RequestExecutor
{
    /**
     * Begins a batch: takes the time that its commands see.
     *
     * @return that time, in milliseconds since 1970
     */
    long beginBatch();

    /**
     * Looks ahead at requests of one client that will be executed next, so that what they need is at hand by then. Changes nothing, and
     * need not be called.
     */
    void prepare(Session session, Request[] requests, int count);

    /**
     * Executes a request and writes its one reply.
     *
     * <p>A request that may not run now is left alone by {@link Session#holdBack}: nothing was written, and the same request comes again
     * when the session is released. A client that is to wait is parked ({@link Session#parked}): its reply is written later, see
     * {@link Session#beginOutput}.
     */
    void execute(Session session, Request request, ReplyWriter reply);

    /** Ends a batch, before its replies are sent. */
    void endBatch();

    /** Tells that a session has ended, once for each; it may be parked. */
    void onDisconnect(Session session);
}

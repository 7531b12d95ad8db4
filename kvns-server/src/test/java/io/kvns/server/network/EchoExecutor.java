package io.kvns.server.network;

import io.kvns.api.Bytes;
import io.kvns.api.Clock;
import io.kvns.server.clients.RequestExecutor;
import io.kvns.server.clients.Session;
import io.kvns.server.protocol.ReplyWriter;
import io.kvns.server.protocol.Request;
import io.kvns.server.protocol.RequestArguments;
import io.kvns.server.time.SystemClock;
import java.util.ArrayList;
import java.util.List;

/** Replies with the arguments of each request; a few commands do what the tests want to see. */
final class EchoExecutor
        implements RequestExecutor
{
    private final RequestArguments arguments = new RequestArguments();
    private final List<Session> disconnected = new ArrayList<>();
    private final Clock clock = new SystemClock();
    private long batches;
    private boolean holding;

    /** How many batches have begun. */
    long batches()
    {
        return batches;
    }

    /** Holds all requests back from now on, or no longer. */
    void holding(boolean value)
    {
        holding = value;
    }

    /** The sessions that have ended. */
    List<Session> disconnected()
    {
        return disconnected;
    }

    @Override
    public long beginBatch()
    {
        batches++;
        return clock.millis();
    }

    @Override
    public void prepare(Session session, Request[] requests, int count)
    {
        // There is nothing to look ahead at.
    }

    @Override
    public void execute(Session session, Request request, ReplyWriter reply)
    {
        arguments.moveTo(request);
        if (holding) {
            session.holdBack();
            return;
        }
        switch (arguments.text(0)) {
            case "QUIT" -> {
                reply.ok();
                session.closeAfterReply();
            }
            case "PARK" -> session.parked(true);
            case "FAIL" -> {
                reply.array(10);
                throw new IllegalStateException("as the test wanted");
            }
            case "OVERFLOW" -> throw new StackOverflowError();
            case "AUTH" -> {
                session.authenticated(true);
                reply.ok();
            }
            case "HELLO" -> {
                session.resp3(arguments.is(1, "3"));
                reply.map(0);
            }
            case "OFF" -> session.repliesOff();
            case "ON" -> {
                session.repliesOn();
                reply.ok();
            }
            case "SKIP" -> session.skipNextReply();
            case "BLOW" -> blow(arguments.integer(1), reply);
            default -> echo(reply);
        }
    }

    private static void blow(long bytes, ReplyWriter reply)
    {
        Bytes piece = Bytes.copyOf(new byte[(int) Math.min(bytes, 1 << 20)]);
        long pieces = bytes / Math.max(1, piece.length());
        reply.array(pieces);
        for (long index = 0; index < pieces; index++) {
            reply.bulk(piece);
        }
    }

    private void echo(ReplyWriter reply)
    {
        reply.array(arguments.count());
        for (int index = 0; index < arguments.count(); index++) {
            reply.bulk(arguments.bytes(index));
        }
    }

    @Override
    public void endBatch()
    {
    }

    @Override
    public void onDisconnect(Session session)
    {
        disconnected.add(session);
    }
}

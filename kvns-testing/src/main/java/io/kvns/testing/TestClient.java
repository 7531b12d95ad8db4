package io.kvns.testing;

import io.kvns.server.clients.ClientLoop;
import io.kvns.server.clients.RequestExecutor;
import io.kvns.server.clients.Session;
import io.kvns.server.protocol.ReplyWriter;
import io.kvns.server.protocol.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** A client without a connection: its requests are executed on the test's thread, replies that come later are kept. */
final class TestClient
        extends Session
{
    private final long id;
    private final TestLoop loop;
    private final RequestExecutor executor;
    private final TestOutput output;
    private final ArrayDeque<ReplyValue> received = new ArrayDeque<>();

    TestClient(long id, TestLoop loop, RequestExecutor executor, TestOutput output, boolean resp3)
    {
        this.id = id;
        this.loop = loop;
        this.executor = executor;
        this.output = output;
        resp3(resp3);
        authenticated(true);
    }

    /** Executes a request; its reply, if there is one yet, is {@link #received}. */
    void send(Object... arguments)
    {
        byte[][] encoded = new byte[arguments.length][];
        int total = 0;
        for (int index = 0; index < arguments.length; index++) {
            encoded[index] = arguments[index] instanceof byte[] bytes
                    ? bytes
                    : arguments[index].toString().getBytes(StandardCharsets.UTF_8);
            total += encoded[index].length;
        }
        byte[] joined = new byte[total];
        int offset = 0;
        for (byte[] argument : encoded) {
            System.arraycopy(argument, 0, joined, offset, argument.length);
            offset += argument.length;
        }
        long place = output.place(joined);
        Request request = new Request();
        request.start(place);
        offset = 0;
        for (byte[] argument : encoded) {
            request.add(offset, argument.length);
            offset += argument.length;
        }
        ReplyWriter reply = output.begin(isResp3());
        executor.beginBatch();
        executor.execute(this, request, reply);
        executor.endBatch();
        take();
        output.free(place);
        loop.runAll();
    }

    private void take()
    {
        received.addAll(ReplyReader.readAll(output.written()));
        output.begin(isResp3());
    }

    /** The next reply, null if there is none. */
    @Nullable ReplyValue received()
    {
        loop.runAll();
        return received.poll();
    }

    void disconnect()
    {
        executor.onDisconnect(this);
        loop.runAll();
    }

    @Override
    public long id()
    {
        return id;
    }

    @Override
    public String address()
    {
        return "";
    }

    @Override
    public ClientLoop loop()
    {
        return loop;
    }

    @Override
    public ReplyWriter beginOutput()
    {
        return output.begin(isResp3());
    }

    @Override
    public void sendOutput()
    {
        take();
    }

    @Override
    public void resumed()
    {
        take();
    }

    @Override
    public void released()
    {
        endHoldBack();
    }

    @Override
    public void kill()
    {
        disconnect();
    }
}

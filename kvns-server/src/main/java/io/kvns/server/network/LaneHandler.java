package io.kvns.server.network;

import io.kvns.server.clients.Clients;
import io.kvns.server.clients.RequestExecutor;
import io.kvns.server.memory.CheckedMemory;
import io.kvns.server.memory.Memory;
import io.kvns.server.protocol.ReplyTooLongException;
import io.kvns.server.protocol.ReplyWriter;
import io.kvns.server.protocol.Request;
import io.kvns.server.statistics.Counter;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes what a client sends.
 *
 * <p>Requests that lie complete in the read buffer are executed in place; so are plain lines. The one at the end that is not complete goes
 * piece by piece to a {@link PartialRequest}. All that one read brought is one batch, whose replies are sent with one write.
 *
 * <p>When the client is parked, held back or does not read its replies, the bytes that were not executed are kept, and executed first
 * when it goes on.
 */
final class LaneHandler
        extends ChannelInboundHandlerAdapter
{
    private static final Logger log = LoggerFactory.getLogger(LaneHandler.class);

    // Replies are sent before the end of the batch when there are so many.
    private static final int FLUSHED_BYTES = 64 * 1024;
    // When so much is kept, nothing more is read.
    private static final int KEPT_BYTES = 256 * 1024;

    private final Connection connection;
    private final NetworkLoop loop;
    private final Clients clients;
    private @Nullable ChannelHandlerContext context;
    private @Nullable PartialRequest partial;
    private @Nullable ByteBuf kept;
    private boolean backlogged;
    private boolean ended;
    private long replyMark;
    private int batchBytes;

    LaneHandler(Connection connection, NetworkLoop loop, Clients clients)
    {
        this.connection = connection;
        this.loop = loop;
        this.clients = clients;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added)
    {
        this.context = added;
        connection.lane(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext ignored, Object message)
    {
        ByteBuf received = (ByteBuf) message;
        try {
            loop.statistics().add(Counter.NET_INPUT_BYTES, received.readableBytes());
            loop.statistics().increment(Counter.READS_PROCESSED);
            if (kept == null && !isWaiting()) {
                connection.attachWriter();
                batchBytes = received.readableBytes();
                runBatch(received);
                batchBytes = 0;
            }
            if (received.isReadable()) {
                keep(received);
            }
        }
        finally {
            received.release();
        }
    }

    /** Whether nothing may be executed now. */
    private boolean isWaiting()
    {
        return backlogged || connection.stopped();
    }

    /**
     * Executes what it may of some bytes and sends the replies; the buffer's reader index is then at the first byte that was not
     * executed.
     */
    private void runBatch(ByteBuf bytes)
    {
        long address = bytes.memoryAddress();
        if (Memory.CHECKED) {
            CheckedMemory.lend(address, bytes.capacity());
        }
        loop.beginBatch();
        connection.touched(loop.batchMillis());
        replyMark = 0;
        try {
            long position = executeAll(bytes, address + bytes.readerIndex(), address + bytes.writerIndex());
            bytes.readerIndex((int) (position - address));
        }
        catch (ReplyTooLongException _) {
            loop.writer().rewind(0);
            connection.closeForOutput();
        }
        catch (Throwable e) {
            failed(e);
        }
        if (Memory.CHECKED) {
            CheckedMemory.takeBack(address);
        }
        endBatch();
    }

    private void endBatch()
    {
        loop.executor().endBatch();
        connection.send();
        if (connection.isClosing()) {
            connection.closeWhenSent();
        }
        else if (!backlogged && connection.isBacklogged()) {
            backlogged = true;
        }
    }

    private long executeAll(ByteBuf bytes, long start, long end)
    {
        ReplyWriter writer = loop.writer();
        long position = start;
        if (partial != null && partial.isBegun()) {
            position = continuePartial(bytes, position, end);
        }
        while (position < end && !isWaiting()) {
            if (writer.written() >= FLUSHED_BYTES) {
                flush();
                continue;
            }
            int count = parse(position, end);
            position = count == 0 ? executeUnusual(bytes, position, end) : executeParsed(position, count);
        }
        return position;
    }

    /** Parses the next requests of the usual form, as many as may be looked ahead at; answers how many. */
    private int parse(long start, long end)
    {
        Request[] requests = loop.requests();
        long[] ends = loop.requestEnds();
        RequestParser parser = loop.parser();
        boolean authenticated = connection.isAuthenticated();
        loop.limits().authenticated(authenticated);
        // Who has yet to authenticate has other limits before than after.
        int most = authenticated ? requests.length : 1;
        long position = start;
        int count = 0;
        while (count < most && position < end && Memory.getByte(position) == '*') {
            position = parser.parse(position, end, requests[count]);
            if (position == RequestParser.NOT_USUAL) {
                break;
            }
            ends[count] = position;
            count++;
        }
        if (count > 1) {
            loop.executor().prepare(connection, requests, count);
        }
        return count;
    }

    /** Executes parsed requests; answers with the place behind the last one that was executed. */
    private long executeParsed(long start, int count)
    {
        ReplyWriter writer = loop.writer();
        RequestExecutor executor = loop.executor();
        Request[] requests = loop.requests();
        long position = start;
        for (int index = 0; index < count; index++) {
            replyMark = writer.mark();
            executor.execute(connection, requests[index], writer);
            boolean special = connection.wantsAttention();
            if (special && !attend()) {
                return position;
            }
            requests[index].trim();
            position = loop.requestEnds()[index];
            if ((special && isWaiting()) || writer.written() >= FLUSHED_BYTES) {
                return position;
            }
        }
        return position;
    }

    /** Does what is to be done besides executing the next request; answers whether the last one was executed. */
    private boolean attend()
    {
        if (connection.isHeldBack()) {
            return false;
        }
        if (!connection.isParked() && connection.replyDiscarded()) {
            loop.writer().rewind(replyMark);
        }
        return true;
    }

    /** Executes a request; answers false if it was held back. */
    private boolean execute(Request request)
    {
        replyMark = loop.writer().mark();
        loop.executor().execute(connection, request, loop.writer());
        return !connection.wantsAttention() || attend();
    }

    /** Sends what the batch has replied so far. */
    private void flush()
    {
        loop.executor().endBatch();
        connection.send();
        connection.attachWriter();
        backlogged = connection.isBacklogged();
        loop.beginBatch();
    }

    // ---- requests that the parser leaves alone

    private long executeUnusual(ByteBuf bytes, long position, long end)
    {
        if (Memory.getByte(position) != '*') {
            long lineBytes = Memory.indexOf(position, end - position, (byte) '\n');
            if (lineBytes >= 0) {
                return executeLine(loop.request(), position, lineBytes) ? position + lineBytes + 1 : position;
            }
        }
        PartialRequest begun = partial();
        begun.begin(Memory.getByte(position));
        return continuePartial(bytes, position, end);
    }

    private PartialRequest partial()
    {
        PartialRequest existing = partial;
        if (existing == null) {
            if (context == null) {
                throw new IllegalStateException("the handler is in no pipeline");
            }
            existing = new PartialRequest(context, loop.limits());
            partial = existing;
        }
        return existing;
    }

    /** Executes a request that is a plain line; answers false if it was held back. */
    private boolean executeLine(Request request, long start, long lineBytes)
    {
        ProtocolError error = splitLine(request, start, lineBytes);
        if (error != null) {
            refuse(error);
            return true;
        }
        if (request.count() == 0) {
            return true;
        }
        if (InlineRequest.isOfAnotherProtocol(request)) {
            log.warn("client {} at {} closed: it speaks HTTP. Somebody may be trying to send commands through a browser or a proxy.",
                    connection.id(), connection.address());
            connection.closeAfterReply();
            return true;
        }
        return execute(request);
    }

    private @Nullable ProtocolError splitLine(Request request, long start, long lineBytes)
    {
        if (lineBytes > loop.limits().maxLineBytes()) {
            return ProtocolError.TOO_BIG_INLINE_REQUEST;
        }
        if (Memory.indexOf(start, lineBytes, (byte) 0) >= 0) {
            return ProtocolError.INVALID_INLINE_REQUEST;
        }
        boolean returned = lineBytes > 0 && Memory.getByte(start + lineBytes - 1) == '\r';
        return loop.inline().split(start, returned ? lineBytes - 1 : lineBytes, request) ? null : ProtocolError.UNBALANCED_QUOTES;
    }

    /** Adds to the request that arrives in pieces, and executes it when it is whole; answers with the place behind it. */
    private long continuePartial(ByteBuf bytes, long position, long end)
    {
        PartialRequest current = partial();
        long next = position;
        if (!current.isWhole()) {
            loop.limits().authenticated(connection.isAuthenticated());
            current.add(bytes, position, end);
            ProtocolError error = current.error();
            if (error != null) {
                current.clear();
                refuse(error);
                return end;
            }
            if (current.heldBytes() > loop.settings().maxQueryBytes.value()) {
                current.clear();
                closeForInput();
                return end;
            }
            if (!current.isWhole()) {
                return end;
            }
            next = current.position();
        }
        if (executePartial(current)) {
            current.clear();
        }
        return next;
    }

    /** Executes the request that has arrived in pieces; answers false if it was held back. */
    private boolean executePartial(PartialRequest current)
    {
        if (current.isLine()) {
            return executeLine(loop.request(), current.address(), current.receivedBytes());
        }
        Request request = current.request();
        return request.count() == 0 || execute(request);
    }

    // ---- ends

    private void refuse(ProtocolError error)
    {
        loop.statistics().increment(Counter.PROTOCOL_ERRORS);
        log.debug("client {} at {} closed: {}", connection.id(), connection.address(), error.line());
        loop.writer().error(error.line());
        connection.closeAfterReply();
    }

    private void closeForInput()
    {
        log.warn("client {} at {} closed: its request is longer than client-query-buffer-limit allows",
                    connection.id(), connection.address());
        loop.statistics().increment(Counter.QUERY_BUFFER_LIMIT_DISCONNECTIONS);
        loop.writer().rewind(0);
        connection.closeNow();
    }

    /** Whatever a command threw, the loop goes on; the client gets an error and is closed, since nobody knows what its command did. */
    private void failed(Throwable cause)
    {
        loop.statistics().increment(Counter.INTERNAL_ERRORS);
        log.error("client {} at {} closed: its request failed", connection.id(), connection.address(), cause);
        connection.closeAfterReply();
        try {
            loop.writer().rewind(replyMark);
            loop.writer().error("ERR internal error");
        }
        catch (ReplyTooLongException _) {
            connection.closeNow();
        }
    }

    // ---- going on

    private void keep(ByteBuf bytes)
    {
        if (ended || connection.isClosing() || context == null) {
            bytes.skipBytes(bytes.readableBytes());
            return;
        }
        if (kept == null) {
            kept = context.alloc().directBuffer(bytes.readableBytes());
        }
        kept.discardSomeReadBytes().writeBytes(bytes);
        if (kept.readableBytes() > KEPT_BYTES) {
            context.channel().config().setAutoRead(false);
        }
    }

    // What other threads may ask too: they see values that are a little old.

    /** The bytes that were received and not executed yet, those of the batch that is being executed included. */
    long inputBytes()
    {
        ByteBuf waiting = kept;
        return batchBytes + argumentBytes() + (waiting == null ? 0 : waiting.readableBytes());
    }

    /** The memory that is held for them. */
    long heldInputBytes()
    {
        ByteBuf waiting = kept;
        PartialRequest begun = partial;
        return (long) batchBytes + (begun == null ? 0 : begun.heldBytes()) + (waiting == null ? 0 : waiting.capacity());
    }

    /** The bytes of arguments of a request that is not complete yet. */
    long argumentBytes()
    {
        PartialRequest begun = partial;
        return begun == null ? 0 : begun.receivedBytes();
    }

    /** Whether something waits until the client has read its replies. */
    boolean waitsForOutput()
    {
        return backlogged || connection.isClosing();
    }

    void outputDrained()
    {
        if (connection.isClosing()) {
            connection.closeWhenSent();
        }
        else if (backlogged && connection.isRelieved()) {
            backlogged = false;
            connection.attachWriter();
            goOn();
        }
    }

    /** The client is no longer parked; its reply is in the loop's output. */
    void resumed()
    {
        if (connection.replyDiscarded()) {
            loop.writer().rewind(0);
        }
        goOn();
    }

    /** The client is no longer held back. */
    void released()
    {
        connection.attachWriter();
        goOn();
    }

    /** Executes what was kept, as far as it may; replies may be in the loop's output already. */
    private void goOn()
    {
        if (ended || isWaiting() || context == null) {
            connection.send();
            return;
        }
        ByteBuf bytes = kept == null ? context.alloc().directBuffer(1) : kept;
        runBatch(bytes);
        if (bytes.isReadable() && !connection.isClosing()) {
            kept = bytes;
            return;
        }
        kept = null;
        bytes.release();
        context.channel().config().setAutoRead(true);
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive)
    {
        end();
        inactive.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed)
    {
        end();
    }

    private void end()
    {
        if (ended) {
            return;
        }
        ended = true;
        if (kept != null) {
            kept.release();
            kept = null;
        }
        if (partial != null) {
            partial.clear();
        }
        loop.remove(connection);
        clients.remove(connection);
        loop.executor().onDisconnect(connection);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause)
    {
        if (cause instanceof IOException) {
            log.debug("client {} at {}: {}", connection.id(), connection.address(), cause.getMessage());
        }
        else {
            log.error("client {} at {} closed", connection.id(), connection.address(), cause);
        }
        connection.closeNow();
    }
}

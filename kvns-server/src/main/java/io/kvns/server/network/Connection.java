package io.kvns.server.network;

import io.kvns.server.clients.ClientBuffers;
import io.kvns.server.clients.ClientLoop;
import io.kvns.server.clients.Session;
import io.kvns.server.config.OutputBufferLimits;
import io.kvns.server.protocol.ReplyWriter;
import io.kvns.server.statistics.Counter;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client's connection: its session, and the way out for its replies. What it sends comes in by {@link LaneHandler}. */
final class Connection
        extends Session
{
    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    // The most waiting bytes of a client that has yet to authenticate.
    private static final long UNAUTHENTICATED_BACKLOG_BYTES = 1024;
    private static final long MILLIS_PER_SECOND = 1000;
    // The connection, its channel and its place in the registries on the heap, about; the socket's buffers are the kernel's.
    private static final long CONNECTION_BYTES = 3072;
    // A client that has so much waiting that it is not served any more is closed when it has read nothing for so long.
    private static final long UNREAD_MILLIS = 60_000;
    // A client that is to be closed has so long to read its last replies.
    private static final long LAST_REPLY_MILLIS = 10_000;
    // A rest of a batch's output that is at least this large waits in the memory it is in.
    private static final int HANDED_OVER_BYTES = 16 * 1024;

    private final long id;
    private final Channel channel;
    private final NetworkLoop loop;
    private final @Nullable Socket socket;
    private final String address;
    private final String localAddress;
    private final long connectedMillis;
    private @Nullable LaneHandler lane;
    private int loopIndex;
    private long lastRequestMillis;
    private long backlogBytes;
    private boolean hasDeferred;
    private int backlogBuffers;
    private long softLimitSinceMillis;
    private long drainedBytes;
    private long readBytes;
    private long unreadSinceMillis;

    /**
     * A connection that has just been accepted.
     *
     * @param socket the socket to send on at once, null where only the channel can send
     */
    Connection(long id, Channel channel, NetworkLoop loop, @Nullable Socket socket, String address, String localAddress, long nowMillis)
    {
        this.id = id;
        this.channel = channel;
        this.loop = loop;
        this.socket = socket;
        this.address = address;
        this.localAddress = localAddress;
        this.connectedMillis = nowMillis;
        this.lastRequestMillis = nowMillis;
    }

    @Override
    public long id()
    {
        return id;
    }

    @Override
    public String address()
    {
        return address;
    }

    @Override
    public String localAddress()
    {
        return localAddress;
    }

    @Override
    public boolean isOnUnixSocket()
    {
        return !(channel.remoteAddress() instanceof InetSocketAddress);
    }

    @Override
    public int socketNumber()
    {
        return channel instanceof UnixChannel unix ? unix.fd().intValue() : -1;
    }

    @Override
    public ClientBuffers buffers()
    {
        LaneHandler handler = lane;
        long input = handler == null ? 0 : handler.inputBytes();
        long held = handler == null ? 0 : handler.heldInputBytes();
        long arguments = handler == null ? 0 : handler.argumentBytes();
        long replies = loop.isOwnThread() && loop.isServing(this) ? loop.writer().written() : 0;
        return new ClientBuffers(input, Math.max(0, held - input), arguments, replies, backlogBuffers, backlogBytes, CONNECTION_BYTES);
    }

    @Override
    public void authenticationFailed()
    {
        loop.statistics().increment(Counter.AUTHENTICATIONS_DENIED);
    }

    @Override
    public ClientLoop loop()
    {
        return loop;
    }

    void lane(LaneHandler handler)
    {
        this.lane = handler;
    }

    int loopIndex()
    {
        return loopIndex;
    }

    void loopIndex(int index)
    {
        this.loopIndex = index;
    }

    /** Notes when the client sent something. */
    void touched(long nowMillis)
    {
        lastRequestMillis = nowMillis;
    }

    @Override
    public long lastRequestMillis()
    {
        return lastRequestMillis;
    }

    @Override
    public long connectedMillis()
    {
        return connectedMillis;
    }

    @Override
    protected void protocolChanged()
    {
        loop.writer().resp3(isResp3());
    }

    // ---- for LaneHandler

    boolean stopped()
    {
        return isStopped();
    }

    boolean wantsAttention()
    {
        return needsAttention();
    }

    boolean replyDiscarded()
    {
        return discardsReply();
    }

    // ---- output

    /** Turns the loop's writer to this client; the loop's output is empty. */
    void attachWriter()
    {
        loop.serving(this);
        LoopOutput output = loop.output();
        long hardBytes = loop.outputLimit().hardBytes();
        output.limit(hardBytes == 0 ? Long.MAX_VALUE : Math.max(0, hardBytes - backlogBytes));
        loop.writer().attach(output, 0, isResp3());
    }

    /** Sends what is in the loop's output, soon, or queues it; the output is empty then. */
    void send()
    {
        int bytes = (int) loop.writer().written();
        if (bytes == 0) {
            return;
        }
        if (hasDeferred) {
            loop.deferred().sendAll();
        }
        if (socket != null && backlogBytes == 0 && bytes <= DeferredReplies.LONGEST_BYTES && !isClosing()) {
            hasDeferred = true;
            loop.deferred().add(this, loop.output().address(), bytes);
            return;
        }
        int sent = sendNow(loop.output().address(), bytes);
        if (sent >= 0 && sent < bytes) {
            queue(sent, bytes);
        }
        loop.output().trim();
    }

    /** Sends output that was deferred: the bytes from one place of a buffer, at an address, to another. */
    void sendDeferred(ByteBuf buffer, long address, int from, int to)
    {
        hasDeferred = false;
        int sent = sendNow(address, to - from);
        if (sent >= 0 && from + sent < to) {
            enqueue(copy(buffer, from + sent, to), to - from - sent);
        }
    }

    /** Sends what the socket takes; answers how much that was, -1 if the client is gone. */
    private int sendNow(long from, int bytes)
    {
        loop.statistics().increment(Counter.WRITES_PROCESSED);
        if (!channel.isActive()) {
            return -1;
        }
        if (socket == null || backlogBytes != 0) {
            return 0;
        }
        try {
            int sent = socket.sendAddress(from, 0, bytes);
            loop.statistics().add(Counter.NET_OUTPUT_BYTES, sent);
            return sent;
        }
        catch (IOException e) {
            // The client is gone, as clients go.
            log.debug("client {} at {}: {}", id, address, e.getMessage());
            closeChannel();
            return -1;
        }
    }

    private ByteBuf copy(ByteBuf buffer, int from, int to)
    {
        return channel.alloc().directBuffer(to - from, to - from).writeBytes(buffer, from, to - from);
    }

    private void queue(int from, int to)
    {
        int rest = to - from;
        ByteBuf waiting = socket != null && rest < HANDED_OVER_BYTES
                ? copy(loop.output().buffer(), from, to)
                : loop.output().buffer().retain().setIndex(from, to);
        enqueue(waiting, rest);
    }

    private void enqueue(ByteBuf waiting, int rest)
    {
        ChannelFuture future = channel.writeAndFlush(waiting);
        loop.output().reclaim();
        if (future.isDone()) {
            written(rest, future.isSuccess());
            return;
        }
        backlogBytes += rest;
        backlogBuffers++;
        loop.addBacklog(rest);
        future.addListener(done -> drained(rest, done.isSuccess()));
        long hardBytes = loop.outputLimit().hardBytes();
        if ((hardBytes != 0 && backlogBytes > hardBytes) || (!isAuthenticated() && backlogBytes > UNAUTHENTICATED_BACKLOG_BYTES)) {
            closeForOutput();
        }
    }

    private void written(int bytes, boolean successfully)
    {
        if (successfully) {
            loop.statistics().add(Counter.NET_OUTPUT_BYTES, bytes);
        }
        else {
            closeChannel();
        }
    }

    private void drained(int bytes, boolean successfully)
    {
        backlogBytes -= bytes;
        backlogBuffers--;
        drainedBytes += bytes;
        loop.addBacklog(-bytes);
        written(bytes, successfully);
        if (successfully && lane != null && lane.waitsForOutput()) {
            // In a task of its own: this may have been called while more output was being written.
            loop.execute(lane::outputDrained);
        }
    }

    /** The bytes of replies that wait for the client to read. */
    long backlogBytes()
    {
        return backlogBytes;
    }

    /** Whether so much waits for the client that its next requests have to wait too. */
    boolean isBacklogged()
    {
        return backlogBytes > loop.mostBacklogBytes();
    }

    /** Whether a client that was backlogged may go on. */
    boolean isRelieved()
    {
        return backlogBytes <= loop.mostBacklogBytes() / 2;
    }

    /** Closes the client if it was idle for too long ({@code idleMillis}, 0 = never) or does not read what waits for it. */
    void tick(long nowMillis, long idleMillis)
    {
        if (backlogBytes > 0) {
            if (isAboveSoftLimit(nowMillis) || isStuck(nowMillis)) {
                closeForOutput();
            }
            return;
        }
        softLimitSinceMillis = 0;
        unreadSinceMillis = 0;
        if (idleMillis > 0 && nowMillis - lastRequestMillis > idleMillis && !isParked()) {
            log.debug("client {} at {} closed: it was idle for {} ms", id, address, nowMillis - lastRequestMillis);
            loop.statistics().increment(Counter.CONNECTIONS_TIMED_OUT);
            closeNow();
        }
    }

    private boolean isAboveSoftLimit(long nowMillis)
    {
        OutputBufferLimits.Limit limit = loop.outputLimit();
        if (limit.softBytes() == 0 || backlogBytes <= limit.softBytes()) {
            softLimitSinceMillis = 0;
            return false;
        }
        if (softLimitSinceMillis == 0) {
            softLimitSinceMillis = nowMillis;
        }
        return nowMillis - softLimitSinceMillis >= limit.softSeconds() * MILLIS_PER_SECOND;
    }

    /**
     * Whether the client has read nothing for long, and waits for that itself: it is to be closed, or nothing of it is executed any more.
     */
    private boolean isStuck(long nowMillis)
    {
        long read = drainedBytes + partOfFirstBuffer();
        if (unreadSinceMillis == 0 || read != readBytes) {
            unreadSinceMillis = nowMillis;
            readBytes = read;
            return false;
        }
        long millis = nowMillis - unreadSinceMillis;
        return isClosing() ? millis > LAST_REPLY_MILLIS : isBacklogged() && millis > UNREAD_MILLIS;
    }

    private long partOfFirstBuffer()
    {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.currentProgress();
    }

    /** Closes the client because it does not read its replies. */
    void closeForOutput()
    {
        log.warn("client {} at {} closed: more of its replies are waiting than its output buffer limits allow", id, address);
        loop.statistics().increment(Counter.OUTPUT_BUFFER_LIMIT_DISCONNECTIONS);
        closeNow();
    }

    /** Closes the client; what waits for it is dropped. */
    void closeNow()
    {
        closeAfterReply();
        closeChannel();
    }

    private void closeChannel()
    {
        // What there is to do then, LaneHandler does.
        ChannelFuture _ = channel.close();
    }

    /** Closes the client when what waits for it has gone out; nothing more of it is executed. */
    void closeWhenSent()
    {
        closeAfterReply();
        if (hasDeferred) {
            loop.deferred().sendAll();
        }
        if (backlogBytes == 0) {
            closeChannel();
        }
    }

    @Override
    public ReplyWriter beginOutput()
    {
        attachWriter();
        return loop.writer();
    }

    @Override
    public void sendOutput()
    {
        send();
    }

    @Override
    public void resumed()
    {
        if (lane != null) {
            lane.resumed();
        }
    }

    @Override
    public void released()
    {
        if (lane != null && isHeldBack()) {
            endHoldBack();
            lane.released();
        }
    }

    @Override
    public void kill()
    {
        loop.execute(this::closeNow);
    }
}

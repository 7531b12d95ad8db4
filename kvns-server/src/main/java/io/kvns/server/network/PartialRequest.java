package io.kvns.server.network;

import io.kvns.server.memory.Memory;
import io.kvns.server.protocol.Request;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.redis.FixedRedisMessagePool;
import io.netty.handler.codec.redis.RedisDecoder;
import org.jspecify.annotations.Nullable;

/**
 * A request that arrives in pieces.
 *
 * <p>A scanner of ours validates each piece and finds the request's end; Netty's decoder, which stands behind the lane in the
 * pipeline, gets exactly the bytes of valid requests and frames the arguments; an assembler of ours collects them. A plain line is
 * collected as it is.
 */
final class PartialRequest
{
    private static final int LONGEST_HEADER_LINE = 64;

    private enum Kind
    {
        NONE,
        ARGUMENTS,
        LINE
    }

    private final ChannelHandlerContext lane;
    private final RequestLimits limits;
    private final RequestScanner scanner;
    private final RequestAssembler assembler = new RequestAssembler();
    private Kind kind = Kind.NONE;
    private boolean whole;
    private long position;
    private @Nullable ProtocolError error;

    /** Adds the decoder and the assembler to the lane's pipeline. */
    PartialRequest(ChannelHandlerContext lane, RequestLimits limits)
    {
        this.lane = lane;
        this.limits = limits;
        this.scanner = new RequestScanner(limits);
        lane.pipeline().addLast(new RedisDecoder(LONGEST_HEADER_LINE, FixedRedisMessagePool.INSTANCE), assembler);
    }

    /** Begins a request with its first byte, which is added like all others. */
    void begin(byte first)
    {
        kind = first == '*' ? Kind.ARGUMENTS : Kind.LINE;
        whole = false;
        error = null;
    }

    /** Whether a request has begun and was not cleared yet. */
    boolean isBegun()
    {
        return kind != Kind.NONE;
    }

    /** Whether all of the request is there. */
    boolean isWhole()
    {
        return whole;
    }

    /** Whether the request is a plain line, to be found at {@link #address}. */
    boolean isLine()
    {
        return kind == Kind.LINE;
    }

    /** The address behind the request, after the call of {@link #add} that made it whole. */
    long position()
    {
        return position;
    }

    /** What is wrong with the request, null for nothing. */
    @Nullable ProtocolError error()
    {
        return error;
    }

    /** Adds bytes up to the end of the request, or all of them. */
    void add(ByteBuf bytes, long start, long end)
    {
        if (kind == Kind.LINE) {
            addToLine(bytes, start, end);
        }
        else {
            addToArguments(bytes, start, end);
        }
    }

    private void addToLine(ByteBuf bytes, long start, long end)
    {
        long more = Memory.indexOf(start, end - start, (byte) '\n');
        long count = more < 0 ? end - start : more;
        if (assembler.receivedBytes() + count > limits.maxLineBytes()) {
            error = ProtocolError.TOO_BIG_INLINE_REQUEST;
            return;
        }
        if (Memory.indexOf(start, count, (byte) 0) >= 0) {
            error = ProtocolError.INVALID_INLINE_REQUEST;
            return;
        }
        if (count > 0) {
            assembler.appendLine(lane, bytes, index(bytes, start), (int) count);
        }
        whole = more >= 0;
        position = start + count + 1;
    }

    private void addToArguments(ByteBuf bytes, long start, long end)
    {
        RequestScanner.Outcome outcome = scanner.scan(start, end);
        if (outcome == RequestScanner.Outcome.INVALID) {
            error = scanner.error();
            return;
        }
        if (outcome == RequestScanner.Outcome.NOTHING) {
            // No business of the decoder, which does not know counts below -1.
            scanner.dropCarried();
        }
        else {
            feed(bytes, start);
        }
        if (outcome == RequestScanner.Outcome.INCOMPLETE) {
            scanner.carry(start, end);
            return;
        }
        position = scanner.position();
        whole = true;
    }

    /** Hands the decoder what lies before the last clean place, with what was carried. */
    private void feed(ByteBuf bytes, long start)
    {
        long first = scanner.firstCleanPosition();
        if (first == 0) {
            return;
        }
        long from = start;
        if (scanner.carriedBytes() > 0) {
            int more = (int) (first - start);
            ByteBuf joined = lane.alloc().directBuffer(scanner.carriedBytes() + more);
            joined.writeBytes(scanner.carried(), 0, scanner.carriedBytes());
            joined.writeBytes(bytes, index(bytes, start), more);
            scanner.dropCarried();
            decode(joined);
            from = first;
        }
        int rest = (int) (scanner.cleanPosition() - from);
        if (rest > 0) {
            decode(bytes.retainedSlice(index(bytes, from), rest));
        }
    }

    private void decode(ByteBuf bytes)
    {
        lane.fireChannelRead(bytes);
        assembler.failIfFailed();
    }

    private static int index(ByteBuf bytes, long address)
    {
        return (int) (address - bytes.memoryAddress());
    }

    /** The request, whole and no plain line; without arguments if there is nothing to execute. */
    Request request()
    {
        return assembler.request();
    }

    /** The bytes received of a plain line, without its end; or of arguments. */
    int receivedBytes()
    {
        return assembler.receivedBytes();
    }

    /** The address of a plain line; any if nothing was received of it. */
    long address()
    {
        return assembler.address();
    }

    /** How much memory is held. */
    int heldBytes()
    {
        return assembler.heldBytes();
    }

    /** Forgets the request. */
    void clear()
    {
        kind = Kind.NONE;
        whole = false;
        assembler.clear();
    }
}

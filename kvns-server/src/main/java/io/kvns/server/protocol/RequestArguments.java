package io.kvns.server.protocol;

import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.CommandError;
import io.kvns.api.StandardError;
import io.kvns.server.memory.Memory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Reads the arguments of a request. One object serves one request after the other; the views it hands out are reused. */
public final class RequestArguments
        implements Arguments
{
    private static final int KEPT_VIEWS = 1024;
    private static final int LONGEST_NUMBER = 128;

    private Request request = new Request();
    private RequestBytes[] views = new RequestBytes[16];
    private int used;

    /** Turns to a request; the views of the one before are no longer valid. */
    public void moveTo(Request next)
    {
        this.request = next;
        int count = next.count();
        // Views are placed when they are asked for: most arguments of most commands are looked at once or never.
        if (used > KEPT_VIEWS) {
            views = new RequestBytes[16];
        }
        if (count > views.length) {
            views = Arrays.copyOf(views, Math.max(count, Math.min(views.length * 2, KEPT_VIEWS)));
        }
        int stale = Math.min(used, views.length);
        for (int index = 0; index < stale; index++) {
            RequestBytes view = views[index];
            if (view != null) {
                view.moveTo(0, -1);
            }
        }
        used = 0;
    }

    /** The request that is being read. */
    public Request request()
    {
        return request;
    }

    @Override
    public int count()
    {
        return request.count();
    }

    @Override
    public Bytes bytes(int index)
    {
        return view(index);
    }

    @Override
    public Bytes key(int index)
    {
        return view(index);
    }

    /** The view of an argument. */
    public RequestBytes view(int index)
    {
        Objects.checkIndex(index, request.count());
        RequestBytes view = views[index];
        if (view == null) {
            view = new RequestBytes();
            view.moveTo(0, -1);
            views[index] = view;
        }
        if (view.length() < 0) {
            view.moveTo(request.address(index), request.length(index));
            used = Math.max(used, index + 1);
        }
        return view;
    }

    @Override
    public long integer(int index)
    {
        Objects.checkIndex(index, request.count());
        long address = request.address(index);
        int length = request.length(index);
        if (!Numbers.isLong(address, length)) {
            throw StandardError.NOT_AN_INTEGER.exception();
        }
        return Numbers.parseLong(address, length);
    }

    @Override
    public long integer(int index, long least, long most, CommandError otherwise)
    {
        Objects.checkIndex(index, request.count());
        long address = request.address(index);
        int length = request.length(index);
        if (Numbers.isLong(address, length)) {
            long value = Numbers.parseLong(address, length);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw otherwise.exception();
    }

    @Override
    public double real(int index)
    {
        Objects.checkIndex(index, request.count());
        double value = request.length(index) > LONGEST_NUMBER ? Double.NaN : Numbers.parseDouble(text(index));
        if (Double.isNaN(value)) {
            throw StandardError.NOT_A_FLOAT.exception();
        }
        return value;
    }

    @Override
    public boolean is(int index, String keyword)
    {
        Objects.checkIndex(index, request.count());
        int length = request.length(index);
        if (length != keyword.length()) {
            return false;
        }
        long address = request.address(index);
        for (int place = 0; place < length; place++) {
            int letter = Memory.getByte(address + place);
            if (letter >= 'a' && letter <= 'z') {
                letter -= 'a' - 'A';
            }
            if (letter != keyword.charAt(place)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String text(int index)
    {
        Objects.checkIndex(index, request.count());
        byte[] copy = new byte[request.length(index)];
        Memory.copyTo(request.address(index), copy, 0, copy.length);
        return new String(copy, StandardCharsets.UTF_8);
    }
}

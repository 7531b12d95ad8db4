package io.kvns.server.plugins;

import io.kvns.api.Arguments;
import io.kvns.api.CommandException;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyFinder;
import io.kvns.api.KeySpec;
import java.util.Optional;

/**
 * Finds the keys of a request for those who ask about it ({@code COMMAND GETKEYS}), and tells when its arguments hide them; the executor,
 * which is in a hurry and leaves complaints to the command, has a way of its own.
 */
final class RequestKeys
{
    private RequestKeys() {}

    /** Reports the keys of a request that has as many arguments as its command asks for; answers false if it hides some. */
    static boolean find(CommandSpec spec, Arguments request, KeyFinder.Sink sink)
    {
        Optional<KeyFinder> finder = spec.keyFinder().or(spec::accessFinder);
        if (finder.isPresent()) {
            finder.get().find(request, sink);
            return true;
        }
        boolean valid = true;
        for (KeySpec keys : spec.keySpecs()) {
            valid &= find(keys, request, sink);
        }
        return valid;
    }

    private static boolean find(KeySpec keys, Arguments request, KeyFinder.Sink sink)
    {
        int begin = switch (keys.begin()) {
            case KeySpec.AtIndex(int index) -> index;
            case KeySpec.AfterKeyword(String keyword, int startFrom) -> behind(request, keyword, startFrom);
        };
        if (begin < 0 || begin >= request.count()) {
            // An optional keyword that is not there, or keys that only longer requests have.
            return true;
        }
        return switch (keys.find()) {
            case KeySpec.Range range -> findRow(keys, range, begin, request, sink);
            case KeySpec.Counted counted -> findCounted(keys, counted, begin, request, sink);
        };
    }

    private static int behind(Arguments request, String keyword, int startFrom)
    {
        int step = startFrom < 0 ? -1 : 1;
        int index = startFrom < 0 ? request.count() + startFrom : startFrom;
        while (index > 0 && index < request.count()) {
            if (request.is(index, keyword)) {
                return index + 1;
            }
            index += step;
        }
        return -1;
    }

    private static boolean findRow(KeySpec keys, KeySpec.Range range, int begin, Arguments request, KeyFinder.Sink sink)
    {
        int count = request.count();
        int last = range.last() < 0 ? count + range.last() : begin + range.last();
        if (range.last() == -1 && range.limit() > 1) {
            last = begin + (count - begin) / range.limit() - 1;
        }
        for (int index = begin; index <= Math.min(last, count - 1); index += range.step()) {
            sink.key(index, keys.access());
        }
        return last < count;
    }

    private static boolean findCounted(KeySpec keys, KeySpec.Counted counted, int begin, Arguments request, KeyFinder.Sink sink)
    {
        int countIndex = begin + counted.countIndex();
        if (countIndex >= request.count()) {
            return false;
        }
        long first = (long) begin + counted.first();
        long most = Math.max(0, (request.count() - first + counted.step() - 1) / counted.step());
        long number = number(request, countIndex);
        if (number < 1 || number > most) {
            return false;
        }
        for (long key = 0; key < number; key++) {
            sink.key(Math.toIntExact(first + key * counted.step()), keys.access());
        }
        return true;
    }

    private static long number(Arguments request, int index)
    {
        try {
            return request.integer(index);
        }
        catch (CommandException noNumber) {
            return -1;
        }
    }
}

package io.kvns.server.dispatch;

import io.kvns.api.Arguments;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeyFinder;
import io.kvns.api.KeyFlag;
import io.kvns.api.KeySpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the keys among the arguments of a command's requests. */
public final class KeyPositions
{
    private final List<KeySpec> specs;
    private final Optional<KeyFinder> finder;
    private final int first;
    private final int last;
    private final int step;

    KeyPositions(CommandSpec spec)
    {
        this.specs = spec.keySpecs().stream().filter(candidate -> !candidate.access().flags().contains(KeyFlag.NOT_KEY)).toList();
        this.finder = spec.keyFinder();
        if (specs.size() == 1 && finder.isEmpty() && specs.get(0).begin() instanceof KeySpec.AtIndex(int index)
                && specs.get(0).find() instanceof KeySpec.Range range && range.limit() <= 1) {
            this.first = index;
            this.last = range.last();
            this.step = range.step();
        }
        else {
            this.first = 0;
            this.last = 0;
            this.step = 0;
        }
    }

    /** Whether requests have keys at all. */
    public boolean isEmpty()
    {
        return specs.isEmpty() && finder.isEmpty();
    }

    /** Whether the keys are arguments in a row, so that {@link #first}, {@link #last} and {@link #step} tell them. */
    boolean isRow()
    {
        return step != 0;
    }

    int first()
    {
        return first;
    }

    /** The index of the last key of a request with so many arguments. */
    int last(int count)
    {
        return last < 0 ? count + last : first + last;
    }

    int step()
    {
        return step;
    }

    /** Reports each key of a request; a request that is malformed in a way that hides its keys has none. */
    public void find(Arguments arguments, KeyFinder.Sink sink)
    {
        if (finder.isPresent()) {
            finder.get().find(arguments, sink);
            return;
        }
        for (KeySpec spec : specs) {
            find(spec, arguments, sink);
        }
    }

    private static void find(KeySpec spec, Arguments arguments, KeyFinder.Sink sink)
    {
        int begin = switch (spec.begin()) {
            case KeySpec.AtIndex(int index) -> index;
            case KeySpec.AfterKeyword(String keyword, int startFrom) ->
                    afterKeyword(arguments, keyword.toUpperCase(Locale.ROOT), startFrom);
        };
        if (begin <= 0 || begin >= arguments.count()) {
            return;
        }
        switch (spec.find()) {
            case KeySpec.Range range -> row(arguments, begin, range, spec.access(), sink);
            case KeySpec.Counted counted -> counted(arguments, begin, counted, spec.access(), sink);
        }
    }

    private static int afterKeyword(Arguments arguments, String keyword, int startFrom)
    {
        int direction = startFrom < 0 ? -1 : 1;
        int index = startFrom < 0 ? arguments.count() + startFrom : startFrom;
        while (index > 0 && index < arguments.count()) {
            if (arguments.is(index, keyword)) {
                return index + 1;
            }
            index += direction;
        }
        return 0;
    }

    private static void row(Arguments arguments, int begin, KeySpec.Range range, KeyAccess access, KeyFinder.Sink sink)
    {
        int count = arguments.count();
        int end = range.last() < 0 ? count + range.last() : begin + range.last();
        if (range.last() == -1 && range.limit() > 1) {
            end = begin + (count - begin) / range.limit() - 1;
        }
        for (int index = begin; index <= Math.min(end, count - 1); index += range.step()) {
            sink.key(index, access);
        }
    }

    private static void counted(Arguments arguments, int begin, KeySpec.Counted counted, KeyAccess access, KeyFinder.Sink sink)
    {
        int countIndex = begin + counted.countIndex();
        if (countIndex >= arguments.count()) {
            return;
        }
        long keys = count(arguments, countIndex);
        int first = begin + counted.first();
        // Compared by division: a count near the largest must not overflow.
        if (keys <= 0 || keys > (arguments.count() - first + counted.step() - 1) / counted.step()) {
            return;
        }
        for (int key = 0; key < keys; key++) {
            sink.key(first + key * counted.step(), access);
        }
    }

    private static long count(Arguments arguments, int index)
    {
        String text = arguments.bytes(index).length() > 10 ? "" : arguments.text(index);
        if (!text.matches("[1-9][0-9]{0,8}")) {
            return 0;
        }
        return Long.parseLong(text);
    }
}

package io.kvns.api;

/**
 * A glob pattern as {@code KEYS}, {@code SCAN MATCH}, {@code PSUBSCRIBE} and {@code CONFIG GET} take it.
 *
 * <p>A pattern is a row of elements, each of which matches one byte, and of stars:
 *
 * <ul>
 * <li>{@code *} matches any bytes, none included;
 * <li>{@code ?} matches any byte;
 * <li>{@code [abc]} matches one of the bytes, {@code [a-c]} one of a range (its ends in either order),
 * {@code [^abc]} and {@code [!abc]} any other byte;
 * <li>{@code \x} matches the byte {@code x}, also within brackets;
 * <li>any other byte matches itself.
 * </ul>
 *
 * <p>The odd cases are the reference's. Brackets that are never closed end with the pattern; {@code []} matches nothing and
 * {@code [^]} anything; within brackets a {@code -} is plain unless a byte stands on both sides, whichever these are; a backslash that
 * ends the pattern is plain; ranges compare bytes as signed; without regard to case, ranges and plain bytes fold ASCII letters,
 * escaped bytes within brackets do not; a pattern that has to look behind more than a thousand stars matches nothing; no bytes
 * at all are matched by the empty pattern and by {@code *}, yet not by {@code **}. Only {@code [!abc]} is an extension: {@code [!]}
 * and {@code [\!abc]} are the byte itself.
 *
 * <p>Matching is a loop that keeps one place to come back to, the last star: a later star makes earlier ones irrelevant. It
 * neither recurses nor allocates, and takes at most {@code text bytes x pattern bytes} steps for any pattern; what stands behind the
 * last star is compared with the end of the text only.
 */
public final class GlobPattern
{
    /** How many stars may have something behind them; beyond it the reference gives up, and so does every pattern here. */
    private static final int MOST_STARS = 1000;

    private final Bytes pattern;
    private final boolean foldsCase;
    private final boolean literal;
    private final boolean hopeless;
    private final long elementCount;
    /** Where the last run of stars begins, or -1. */
    private final long lastStarOffset;
    /** How many elements stand behind the last star. */
    private final long tailCount;

    private GlobPattern(Bytes pattern, boolean foldsCase)
    {
        this.pattern = pattern;
        this.foldsCase = foldsCase;

        long length = pattern.length();
        boolean special = false;
        long elements = 0;
        long starRuns = 0;
        long starOffset = -1;
        long elementsBeforeStar = 0;
        long offset = 0;
        while (offset < length) {
            byte symbol = pattern.at(offset);
            if (symbol == '*') {
                special = true;
                starRuns++;
                starOffset = offset;
                elementsBeforeStar = elements;
                offset = behindStars(offset);
            }
            else {
                special |= symbol == '?' || symbol == '[' || symbol == '\\';
                elements++;
                offset = behindElement(offset, symbol);
            }
        }
        boolean endsWithStar = starOffset >= 0 && elements == elementsBeforeStar;
        this.literal = !special && !foldsCase;
        this.hopeless = starRuns - (endsWithStar ? 1 : 0) > MOST_STARS;
        this.elementCount = elements;
        this.lastStarOffset = starOffset;
        this.tailCount = elements - elementsBeforeStar;
    }

    /** A pattern that is a copy of these bytes, to be kept as long as one likes. */
    public static GlobPattern compile(Bytes pattern)
    {
        return new GlobPattern(Bytes.copyOf(pattern.toByteArray()), false);
    }

    /** As {@link #compile}, the case of ASCII letters apart. */
    public static GlobPattern compileIgnoringCase(Bytes pattern)
    {
        return new GlobPattern(Bytes.copyOf(pattern.toByteArray()), true);
    }

    /** A pattern that reads these bytes where they are: it takes no memory for them and is valid as long as they are. */
    public static GlobPattern over(Bytes pattern)
    {
        return new GlobPattern(pattern, false);
    }

    /** Whether the only bytes it matches are the pattern's own: it has no special characters and regards case. */
    public boolean isLiteral()
    {
        return literal;
    }

    /** Whether it is {@code *}, which matches everything. */
    public boolean matchesAll()
    {
        return lastStarOffset == 0 && pattern.length() == 1;
    }

    /** Whether it matches all of the text. */
    public boolean matches(Bytes text)
    {
        long textLength = text.length();
        if (hopeless || textLength < elementCount || (lastStarOffset < 0 && textLength > elementCount)) {
            return false;
        }
        if (textLength == 0) {
            return pattern.length() == 0 || matchesAll();
        }

        long patternLength = pattern.length();
        long offset = 0;
        long textOffset = 0;
        long retryOffset = -1;
        long retryTextOffset = 0;
        while (true) {
            if (offset < patternLength) {
                byte symbol = pattern.at(offset);
                if (symbol == '*') {
                    boolean last = offset == lastStarOffset;
                    offset = behindStars(offset);
                    if (last) {
                        // What the last star takes is settled by the end of the text.
                        long tailOffset = textLength - tailCount;
                        if (tailOffset < textOffset) {
                            return false;
                        }
                        textOffset = tailOffset;
                        retryOffset = -1;
                    }
                    else {
                        retryOffset = offset;
                        retryTextOffset = textOffset;
                    }
                    continue;
                }
                if (textOffset == textLength) {
                    return false;
                }
                if (matchesElement(offset, symbol, text.at(textOffset))) {
                    offset = behindElement(offset, symbol);
                    textOffset++;
                    continue;
                }
            }
            else if (textOffset == textLength) {
                return true;
            }
            if (retryOffset < 0) {
                return false;
            }
            offset = retryOffset;
            retryTextOffset++;
            textOffset = retryTextOffset;
        }
    }

    /** Whether it matches all of the text's UTF-8 form. */
    public boolean matches(String text)
    {
        return matches(Bytes.of(text));
    }

    private boolean matchesElement(long offset, byte symbol, byte value)
    {
        return switch (symbol) {
            case '?' -> true;
            case '[' -> matchesBrackets(offset, value);
            case '\\' -> isSame(offset + 1 < pattern.length() ? pattern.at(offset + 1) : symbol, value);
            default -> isSame(symbol, value);
        };
    }

    /** The brackets open at {@code open}; {@link #behindBrackets} walks them in the same steps. */
    private boolean matchesBrackets(long open, byte value)
    {
        long length = pattern.length();
        long offset = open + 1;
        boolean negated = isNegated(offset);
        if (negated) {
            offset++;
        }
        boolean found = false;
        while (offset < length) {
            byte symbol = pattern.at(offset);
            if (symbol == '\\' && offset + 1 < length) {
                found |= pattern.at(offset + 1) == value;
                offset += 2;
            }
            else if (symbol == ']') {
                break;
            }
            else if (offset + 2 < length && pattern.at(offset + 1) == '-') {
                found |= isWithin(symbol, pattern.at(offset + 2), value);
                offset += 3;
            }
            else {
                found |= isSame(symbol, value);
                offset++;
            }
        }
        return found != negated;
    }

    /** Whether what follows an opening bracket negates it: always for a caret, for a bang where more than the closing bracket follows. */
    private boolean isNegated(long offset)
    {
        long length = pattern.length();
        if (offset >= length) {
            return false;
        }
        byte symbol = pattern.at(offset);
        return symbol == '^' || (symbol == '!' && offset + 1 < length && pattern.at(offset + 1) != ']');
    }

    private boolean isWithin(byte oneEnd, byte otherEnd, byte value)
    {
        byte first = (byte) Math.min(oneEnd, otherEnd);
        byte last = (byte) Math.max(oneEnd, otherEnd);
        if (foldsCase) {
            first = lowerCase(first);
            last = lowerCase(last);
            value = lowerCase(value);
        }
        return first <= value && value <= last;
    }

    private boolean isSame(byte expected, byte value)
    {
        return expected == value || (foldsCase && lowerCase(expected) == lowerCase(value));
    }

    private static byte lowerCase(byte letter)
    {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + ('a' - 'A')) : letter;
    }

    private long behindStars(long offset)
    {
        long length = pattern.length();
        long behind = offset;
        while (behind < length && pattern.at(behind) == '*') {
            behind++;
        }
        return behind;
    }

    private long behindElement(long offset, byte symbol)
    {
        return switch (symbol) {
            case '[' -> behindBrackets(offset);
            case '\\' -> Math.min(offset + 2, pattern.length());
            default -> offset + 1;
        };
    }

    private long behindBrackets(long open)
    {
        long length = pattern.length();
        long offset = isNegated(open + 1) ? open + 2 : open + 1;
        while (offset < length) {
            byte symbol = pattern.at(offset);
            if (symbol == '\\' && offset + 1 < length) {
                offset += 2;
            }
            else if (symbol == ']') {
                return offset + 1;
            }
            else if (offset + 2 < length && pattern.at(offset + 1) == '-') {
                offset += 3;
            }
            else {
                offset++;
            }
        }
        return length;
    }

    /** The pattern's text. */
    @Override
    public String toString()
    {
        return pattern.toText();
    }
}

package io.kvns.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobPatternTest
{
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "h?llo, hello hallo hxllo h?llo, hllo heello hell",
            "h*llo, hllo heeeello h*llo, hell helloo",
            "h[ae]llo, hello hallo, hillo hllo",
            "h[^e]llo, hallo hbllo h^llo, hello hllo",
            "h[!e]llo, hallo hbllo h!llo, hello hllo",
            "h[a-b]llo, hallo hbllo, hcllo h-llo",
            "h[b-a]llo, hallo hbllo, hcllo",
            "h[^a-b]llo, hcllo, hallo hbllo",
            "h\\?llo, h?llo, hello h\\?llo",
            "h\\*llo, h*llo, hello hllo",
            "h[\\]]llo, h]llo, h\\llo hllo",
            "h[a\\-c]llo, hallo h-llo hcllo, hbllo",
            "*, a abc ** [,",
            "**a**, a ba ab bab, b bb",
            "*a*b, ab aab xaxbxb, ba aba abx",
            "a*a, aa aba aaa, a ab",
            "user:*:name, user:1:name user:::name, user:1:names user:name",
    })
    void matchesWhatTheDocumentationPromises(String pattern, String matching, String others)
    {
        assertMatches(pattern, matching, others);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "[, , a [",
            "[a, a, [ [a b",
            "[ab, a b, [ab",
            "[^, a [ ^, ab",
            "[!, !, a [",
            "[], , a ] []",
            "[^], a ] ^, ab",
            "[!], !, a ]",
            "[]], , ] a []]",
            "[]]x, , ]x x",
            "[\\!a], ! a, b",
            "[a!], ! a, b",
            "[!^a], b !, ^ a",
            "[^!a], b ^, ! a",
            "[z-a], a m z, A -",
            "[a-], ] ^ a, - b [",
            "[-a], - a, b",
            "[a-z-], a -, A",
            "[a-c-e], a b c - e, d",
            "\\, \\, a",
            "a\\, a\\, a ab",
            "[a\\, a \\, b",
            "[\\]a], ] a, \\",
            "[^\\]], a \\, ]",
    })
    void readsMalformedPatternsAsTheReferenceDoes(String pattern, String matching, String others)
    {
        assertMatches(pattern, matching, others);
    }

    @Test
    void matchesNoBytesAtAllByTheEmptyPatternAndByOneStarOnly()
    {
        assertThat(glob("").matches("")).isTrue();
        assertThat(glob("").matches("a")).isFalse();
        assertThat(glob("*").matches("")).isTrue();
        assertThat(glob("**").matches("")).isFalse();
        assertThat(glob("?").matches("")).isFalse();
    }

    @Test
    void comparesAnyBytes()
    {
        Bytes text = bytes(0, 0xff, '\r', '\n', 0x80);
        assertThat(GlobPattern.compile(text).matches(text)).isTrue();
        assertThat(GlobPattern.compile(bytes('?', 0xff, '*', 0x80)).matches(text)).isTrue();
        assertThat(GlobPattern.compile(bytes('[', 0x80, '-', 0xff, ']')).matches(bytes(0x90))).isTrue();
        assertThat(GlobPattern.compile(bytes('[', 'a', '-', 0xff, ']')).matches(bytes('0'))).isTrue();
        assertThat(GlobPattern.compile(bytes('[', 'a', '-', 0xff, ']')).matches(bytes(0x90))).isFalse();
    }

    @Test
    void foldsAsciiLettersOnRequest()
    {
        assertThat(folding("MaxMemory*").matches("maxmemory-policy")).isTrue();
        assertThat(folding("maxmemory").matches("MAXMEMORY")).isTrue();
        assertThat(folding("[A-C]x").matches("bX")).isTrue();
        assertThat(folding("[ab]").matches("B")).isTrue();
        assertThat(folding("\\a").matches("A")).isTrue();
        assertThat(folding("i").matches("\u0130")).isFalse();
        assertThat(glob("maxmemory").matches("MAXMEMORY")).isFalse();
    }

    @Test
    void foldsNoEscapedByteWithinBrackets()
    {
        assertThat(folding("[\\a]").matches("A")).isFalse();
        assertThat(folding("[\\a]").matches("a")).isTrue();
    }

    @Test
    void knowsLiteralPatterns()
    {
        assertThat(glob("user:1!^-]").isLiteral()).isTrue();
        assertThat(glob("").isLiteral()).isTrue();
        assertThat(glob("a*").isLiteral()).isFalse();
        assertThat(glob("a?").isLiteral()).isFalse();
        assertThat(glob("a[").isLiteral()).isFalse();
        assertThat(glob("a\\").isLiteral()).isFalse();
        assertThat(folding("a").isLiteral()).isFalse();
        assertThat(glob("*").matchesAll()).isTrue();
        assertThat(glob("**").matchesAll()).isFalse();
        assertThat(glob("\\*").matchesAll()).isFalse();
    }

    @Test
    void givesUpBeyondAThousandStarsAsTheReferenceDoes()
    {
        String text = "a".repeat(50_000);
        assertThat(glob("*a".repeat(1000)).matches(text)).isTrue();
        assertThat(glob("*a".repeat(1001)).matches(text)).isFalse();
        assertThat(glob("a*".repeat(1001)).matches(text)).isTrue();
        assertThat(glob("a*".repeat(1002)).matches(text)).isFalse();
        assertThat(glob("*?".repeat(50_000)).matches(text)).isFalse();
    }

    @Test
    void takesFewStepsForPatternsThatMakeBacktrackingMatchersSlow()
    {
        CountedBytes shortText = new CountedBytes(Bytes.of("a".repeat(40)));
        assertThat(glob("a*".repeat(20) + "b").matches(shortText)).isFalse();
        assertThat(shortText.reads).isLessThan(40 * 41);

        CountedBytes longText = new CountedBytes(Bytes.of("a".repeat(50_000)));
        assertThat(glob("*?".repeat(500) + "b").matches(longText)).isFalse();
        assertThat(longText.reads).isLessThan(50_000L * 1001);

        CountedBytes middle = new CountedBytes(Bytes.of("a".repeat(5_000)));
        assertThat(glob("*" + "a".repeat(2_000) + "b*").matches(middle)).isFalse();
        assertThat(middle.reads).isLessThan(5_000L * 2_002);
    }

    @Test
    void comparesWhatStandsBehindTheLastStarOnlyWithTheEnd()
    {
        CountedBytes text = new CountedBytes(Bytes.of("a".repeat(10_000) + "b"));
        assertThat(glob("*ab").matches(text)).isTrue();
        assertThat(text.reads).isEqualTo(2);
    }

    @Test
    void readsThePatternWhereItIsOrCopiesIt()
    {
        byte[] source = {'a', '*'};
        Bytes view = new ArrayView(source);
        GlobPattern kept = GlobPattern.compile(view);
        GlobPattern over = GlobPattern.over(view);
        source[0] = 'b';
        assertThat(kept.matches("abc")).isTrue();
        assertThat(over.matches("bbc")).isTrue();
        assertThat(over.toString()).isEqualTo("b*");
    }

    @Test
    void agreesWithANaiveModel()
    {
        long seed = Long.getLong("kvns.seed", RandomGenerator.getDefault().nextLong());
        Random random = new Random(seed);
        for (int round = 0; round < 200_000; round++) {
            String pattern = word(random, "aabbcAB]]^!-\\\\**?[[[", 10);
            String text = word(random, "aabbcAB]^!-\\*", 7);
            boolean folds = random.nextInt(4) == 0;
            GlobPattern glob = folds ? folding(pattern) : glob(pattern);
            assertThat(glob.matches(text))
                    .as("pattern %s, text %s, folding %s, seed %d", pattern, text, folds, seed)
                    .isEqualTo(Model.parse(pattern, folds).matches(text));
        }
    }

    private static void assertMatches(String pattern, String matching, String others)
    {
        for (String text : words(matching)) {
            assertThat(glob(pattern).matches(text)).as("%s matches %s", pattern, text).isTrue();
        }
        for (String text : words(others)) {
            assertThat(glob(pattern).matches(text)).as("%s matches %s", pattern, text).isFalse();
        }
    }

    private static String[] words(String list)
    {
        return list == null ? new String[0] : list.split(" ");
    }

    private static String word(Random random, String alphabet, int longest)
    {
        StringBuilder word = new StringBuilder();
        for (int length = random.nextInt(longest + 1); length > 0; length--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    private static GlobPattern glob(String pattern)
    {
        return GlobPattern.compile(Bytes.of(pattern));
    }

    private static GlobPattern folding(String pattern)
    {
        return GlobPattern.compileIgnoringCase(Bytes.of(pattern));
    }

    private static Bytes bytes(int... values)
    {
        byte[] array = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            array[index] = (byte) values[index];
        }
        return Bytes.copyOf(array);
    }

    /** A pattern as a list of sets of characters, null being a star, matched by filling a table. */
    private record Model(List<BitSet> elements, boolean emptyTextMatches)
    {
        static Model parse(String pattern, boolean folds)
        {
            List<BitSet> elements = new ArrayList<>();
            int at = 0;
            while (at < pattern.length()) {
                char symbol = pattern.charAt(at++);
                if (symbol == '*') {
                    elements.add(null);
                    continue;
                }
                BitSet set = new BitSet();
                elements.add(set);
                if (symbol == '?') {
                    set.set(0, 128);
                }
                else if (symbol == '[') {
                    at = brackets(pattern, at, folds, set);
                }
                else if (symbol == '\\' && at < pattern.length()) {
                    add(set, pattern.charAt(at++), folds);
                }
                else {
                    add(set, symbol, folds);
                }
            }
            return new Model(elements, pattern.isEmpty() || pattern.equals("*"));
        }

        private static int brackets(String pattern, int start, boolean folds, BitSet set)
        {
            int at = start;
            String rest = pattern.substring(at);
            boolean negated = rest.startsWith("^") || (rest.startsWith("!") && rest.length() > 1 && rest.charAt(1) != ']');
            if (negated) {
                at++;
            }
            while (at < pattern.length() && pattern.charAt(at) != ']') {
                char symbol = pattern.charAt(at);
                if (symbol == '\\' && at + 1 < pattern.length()) {
                    set.set(pattern.charAt(at + 1));
                    at += 2;
                }
                else if (at + 2 < pattern.length() && pattern.charAt(at + 1) == '-') {
                    char first = (char) Math.min(symbol, pattern.charAt(at + 2));
                    char last = (char) Math.max(symbol, pattern.charAt(at + 2));
                    for (char value = 0; value < 128; value++) {
                        if (lower(value, folds) >= lower(first, folds) && lower(value, folds) <= lower(last, folds)) {
                            set.set(value);
                        }
                    }
                    at += 3;
                }
                else {
                    add(set, symbol, folds);
                    at++;
                }
            }
            if (negated) {
                set.flip(0, 128);
            }
            return Math.min(at + 1, pattern.length());
        }

        private static void add(BitSet set, char symbol, boolean folds)
        {
            set.set(symbol);
            if (folds) {
                set.set(String.valueOf(symbol).toLowerCase(Locale.ROOT).charAt(0));
                set.set(String.valueOf(symbol).toUpperCase(Locale.ROOT).charAt(0));
            }
        }

        private static int lower(char symbol, boolean folds)
        {
            return folds ? String.valueOf(symbol).toLowerCase(Locale.ROOT).charAt(0) : symbol;
        }

        boolean matches(String text)
        {
            if (text.isEmpty()) {
                return emptyTextMatches;
            }
            // reachable[n]: the elements so far match the first n characters
            boolean[] reachable = new boolean[text.length() + 1];
            reachable[0] = true;
            for (BitSet element : elements) {
                boolean[] next = new boolean[text.length() + 1];
                for (int length = 0; length <= text.length(); length++) {
                    if (element == null) {
                        next[length] = reachable[length] || (length > 0 && next[length - 1]);
                    }
                    else {
                        next[length] = length > 0 && reachable[length - 1] && element.get(text.charAt(length - 1));
                    }
                }
                reachable = next;
            }
            return reachable[text.length()];
        }
    }

    /** Bytes that count how often one of them is read. */
    private static final class CountedBytes
            implements Bytes
    {
        private final Bytes bytes;
        private long reads;

        CountedBytes(Bytes bytes)
        {
            this.bytes = bytes;
        }

        @Override
        public long length()
        {
            return bytes.length();
        }

        @Override
        public byte at(long offset)
        {
            reads++;
            return bytes.at(offset);
        }

        @Override
        public long longAt(long offset)
        {
            return bytes.longAt(offset);
        }

        @Override
        public void copyTo(long offset, byte[] target, int targetOffset, int count)
        {
            bytes.copyTo(offset, target, targetOffset, count);
        }
    }

    /** Bytes that change with their array, as those of a request do when the next one is read. */
    private static final class ArrayView
            implements Bytes
    {
        private final byte[] array;

        ArrayView(byte[] array)
        {
            this.array = array;
        }

        @Override
        public long length()
        {
            return array.length;
        }

        @Override
        public byte at(long offset)
        {
            return array[(int) offset];
        }

        @Override
        public long longAt(long offset)
        {
            return Bytes.copyOf(array).longAt(offset);
        }

        @Override
        public void copyTo(long offset, byte[] target, int targetOffset, int count)
        {
            System.arraycopy(array, (int) offset, target, targetOffset, count);
        }
    }
}

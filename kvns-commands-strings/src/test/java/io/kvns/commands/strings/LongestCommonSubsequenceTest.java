package io.kvns.commands.strings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Bytes;
import io.kvns.testing.Randomness;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongestCommonSubsequenceTest
{
    @Test
    void theExampleOfTheDocumentationIsSolvedAsThere()
    {
        assertThat(solve("ohmytext", "mynewtext")).isEqualTo("mytext 4-5+4 2-0+2");
    }

    @Test
    void nothingIsCommonWithAnEmptyRun()
    {
        assertThat(solve("", "")).isEmpty();
        assertThat(solve("", "abc")).isEmpty();
        assertThat(solve("abc", "")).isEmpty();
        assertThat(solve("abc", "xyz")).isEmpty();
    }

    @Test
    void aRunOfNeighboursIsOneMatch()
    {
        assertThat(solve("abc", "abc")).isEqualTo("abc 0-0+3");
        assertThat(solve("a".repeat(500), "a".repeat(500))).isEqualTo("a".repeat(500) + " 0-0+500");
    }

    @Test
    void ofSeveralAnswersThatOfTheTextbookTableIsFound()
    {
        Randomness.check(400, random -> {
            String alphabet = "abcdefghijklmnopqrstuvwxyz".substring(0, 1 + random.below(26));
            String first = random.text(random.below(random.chance(20) ? 300 : 40), alphabet);
            String second = random.text(random.below(random.chance(20) ? 300 : 40), alphabet);
            assertThat(solve(first, second)).as("%s %s", first, second).isEqualTo(textbook(first, second));
            assertThat(LongestCommonSubsequence.length(Bytes.of(first), Bytes.of(second)))
                    .isEqualTo(LongestCommonSubsequence.of(Bytes.of(first), Bytes.of(second)).length());
        });
    }

    @Test
    void theTableOfTheLargestRunsThatAreAllowedTakesOneBitForEachCell()
    {
        byte[] first = new byte[11_584];
        byte[] second = new byte[11_584];
        for (int index = 0; index < first.length; index++) {
            first[index] = (byte) (index % 7);
            second[index] = (byte) (index % 5);
        }
        LongestCommonSubsequence common = LongestCommonSubsequence.of(Bytes.copyOf(first), Bytes.copyOf(second));
        assertThat(common.toByteArray()).hasSize((int) common.length());
        assertThat(common.length()).isBetween(5_000L, 11_000L);
    }

    /** The bytes in common, then each match as {@code first-second+count}. */
    private static String solve(String first, String second)
    {
        LongestCommonSubsequence common = LongestCommonSubsequence.of(Bytes.of(first), Bytes.of(second));
        StringBuilder text = new StringBuilder(new String(common.toByteArray(), StandardCharsets.US_ASCII));
        common.visit((firstOffset, secondOffset, count) ->
                text.append(' ').append(firstOffset).append('-').append(secondOffset).append('+').append(count));
        assertThat(common.length()).isEqualTo(common.toByteArray().length);
        return text.toString();
    }

    private static String textbook(String first, String second)
    {
        int[][] table = new int[first.length() + 1][second.length() + 1];
        for (int i = 1; i <= first.length(); i++) {
            for (int j = 1; j <= second.length(); j++) {
                table[i][j] = first.charAt(i - 1) == second.charAt(j - 1)
                        ? table[i - 1][j - 1] + 1
                        : Math.max(table[i - 1][j], table[i][j - 1]);
            }
        }
        StringBuilder common = new StringBuilder();
        List<int[]> matches = new ArrayList<>();
        int i = first.length();
        int j = second.length();
        while (i > 0 && j > 0) {
            if (first.charAt(i - 1) == second.charAt(j - 1)) {
                i--;
                j--;
                common.insert(0, first.charAt(i));
                int[] last = matches.isEmpty() ? new int[3] : matches.getLast();
                if (!matches.isEmpty() && last[0] == i + 1 && last[1] == j + 1) {
                    last[0]--;
                    last[1]--;
                    last[2]++;
                }
                else {
                    matches.add(new int[] {i, j, 1});
                }
            }
            else if (table[i - 1][j] > table[i][j - 1]) {
                i--;
            }
            else {
                j--;
            }
        }
        StringBuilder text = new StringBuilder(common);
        for (int[] match : matches) {
            text.append(' ').append(match[0]).append('-').append(match[1]).append('+').append(match[2]);
        }
        return text.toString();
    }
}

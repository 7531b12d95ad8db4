package io.kvns.commands.strings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Bytes;
import io.kvns.testing.Randomness;
import io.kvns.testing.ReferenceServer;
import io.kvns.testing.RespConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongDoubleTest
{
    @ParameterizedTest
    @CsvSource({
            "0, 0", "-0, 0", "1, 1", "+1, 1", "-1.50, -1.5", "1., 1", ".5, 0.5", "1e3, 1000", "1E-3, 0.001", "0x10, 16", "0X1P-3, 0.125",
            "0x.8, 0.5", "-0x1.8p+1, -3", "3.0e3, 3000", "00012, 12", "0.1, 0.1", "1e-17, 0.00000000000000001", "1e-18, 0", "-1e-20, 0",
            "4.9e-18, 0", "5.1e-18, 0.00000000000000001", "18446744073709551615, 18446744073709551615",
            // two numbers are equally near: the even one is taken
            "18446744073709551617, 18446744073709551616", "36893488147419103235, 36893488147419103236",
            "0.00000000000000000000000000000000000000000001, 0", "inf, inf", "-INF, -inf", "Infinity, inf", "+infinity, inf"})
    void numbersAreReadAndWritten(String text, String expected)
    {
        assertThat(read(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " 1", "1 ", "\t1", "1e", "1e+", "e5", ".", "+", "-", "+-1", "--1", "1.2.3", "1d", "1f", "0x", "0x.", "0xp1", "0x1p",
            "0x1e+5z", "1,5", "nan", "-nan", "nan(1)", "infi", "infinit", "in", "abc", "1e5000", "-1e4933", "1e-5000",
            "1e-4952", "0x1p16384", "0x1p-16446",
            "1e99999999999999999999", "1e-99999999999999999999", "١", "1\0"})
    void whatTheReferenceRefusesIsRefused(String text)
    {
        assertThat(LongDouble.parse(Bytes.of(text))).isNull();
    }

    @Test
    void zeroMayHaveAnyExponent()
    {
        assertThat(read("0e99999999999999999999")).isEqualTo(LongDouble.ZERO);
        assertThat(read("0x0p-99999999")).isEqualTo(LongDouble.ZERO);
        assertThat(read("0." + "0".repeat(5000))).isEqualTo(LongDouble.ZERO);
    }

    @Test
    void longTextsAreNoNumbers()
    {
        assertThat(LongDouble.parse(Bytes.of("0." + "0".repeat(5117)))).isNotNull();
        assertThat(LongDouble.parse(Bytes.of("0." + "0".repeat(5118)))).isNull();
    }

    @Test
    void theEdgesOfTheRangeAreReached()
    {
        assertThat(read("0x1p-16445").isFinite()).isTrue();
        assertThat(read("0x1.8p-16446")).isEqualTo(read("0x1p-16445"));
        assertThat(LongDouble.parse(Bytes.of("0x1p-16446"))).isNull();
        assertThat(read("0x1.fffffffffffffffep16383")).isEqualTo(LongDouble.MOST);
        assertThat(LongDouble.parse(Bytes.of("0x1.ffffffffffffffffp16383"))).isNull();
        assertThat(LongDouble.MOST.plus(LongDouble.of(1))).isEqualTo(LongDouble.MOST);
        assertThat(LongDouble.MOST.plus(LongDouble.MOST)).hasToString("inf");
        assertThat(LongDouble.LEAST.plus(LongDouble.LEAST)).hasToString("-inf");
        assertThat(LongDouble.MOST.plus(LongDouble.LEAST)).isEqualTo(LongDouble.ZERO);
    }

    @Test
    void infinitiesAddUpAndCancelOut()
    {
        LongDouble plus = read("inf");
        LongDouble minus = read("-inf");
        assertThat(plus.plus(LongDouble.of(1))).isEqualTo(plus);
        assertThat(LongDouble.of(1).plus(minus)).isEqualTo(minus);
        assertThat(plus.plus(plus)).isEqualTo(plus);
        assertThat(plus.plus(minus)).isNull();
        assertThat(plus.minus(plus)).isNull();
        assertThat(plus).isGreaterThan(LongDouble.MOST);
        assertThat(minus).isLessThan(LongDouble.LEAST);
    }

    @Test
    void sumsAreThoseOfTheReference()
    {
        try (ReferenceServer server = ReferenceServer.startOrSkip(); RespConnection connection = server.connect()) {
            Randomness.check(20, random -> {
                List<String> expected = new ArrayList<>();
                for (int time = 0; time < 500; time++) {
                    String left = number(random);
                    String right = number(random);
                    connection.send("SET", "k", left);
                    connection.send("INCRBYFLOAT", "k", right);
                    connection.read();
                    String reply = connection.read().text();
                    if (!sum(left, right).equals(reply)) {
                        expected.add(left + " + " + right + " = " + reply + " but was " + sum(left, right));
                    }
                }
                assertThat(expected).isEmpty();
            });
        }
    }

    private static String sum(String left, String right)
    {
        LongDouble first = LongDouble.parse(Bytes.of(left));
        LongDouble second = LongDouble.parse(Bytes.of(right));
        if (first == null || second == null) {
            return "ERR value is not a valid float";
        }
        LongDouble sum = first.plus(second);
        return sum == null || !sum.isFinite() ? "ERR increment would produce NaN or Infinity" : sum.toText();
    }

    private static String number(Randomness random)
    {
        String sign = random.pick("", "", "-", "+");
        return switch (random.below(9)) {
            case 0 -> Long.toString(random.anyLong());
            case 1 -> sign + random.text(1 + random.below(25), "0123456789") + "." + random.text(random.below(25), "0123456789");
            case 2 -> sign + random.text(1 + random.below(20), "0123456789") + "e" + random.between(-40, 40);
            case 3 -> sign + random.text(1 + random.below(20), "0123456789") + "E" + random.between(-4990, 4960);
            case 4 -> sign + "0x" + random.text(1 + random.below(20), "0123456789abcdefABCDEF.") + "p" + random.between(-80, 80);
            case 5 -> sign + "0x1." + random.text(random.below(20), "0123456789abcdef") + "P" + random.between(-16_450, 16_390);
            case 6 -> random.text(random.below(8), "0123456789.eE+-xXpPinfaty ");
            case 7 -> String.format(Locale.ROOT, "%.17g", random.fraction() * Math.pow(10, random.below(40) - 20));
            default -> random.pick("inf", "-inf", "nan", "0", "-0", "1e-17", "5e-18", "0.1", "0.2", "1e4932", "-1e4932", "3.0e3",
                    "infinity");
        };
    }

    private static LongDouble read(String text)
    {
        LongDouble number = LongDouble.parse(Bytes.of(text));
        assertThat(number).as(text).isNotNull();
        return number;
    }
}

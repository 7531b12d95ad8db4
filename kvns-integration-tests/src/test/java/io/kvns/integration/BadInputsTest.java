package io.kvns.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input gets one clear reply, and nothing is lost: the rows of {@code bad-inputs.csv}, each for RESP2 and RESP3. */
class BadInputsTest
{
    private static CommandTester tester = null;

    /** A row of the table. */
    record Row(String id, List<String> setUp, String request, String reply)
    {
        @Override
        public String toString()
        {
            return id + ": " + request;
        }
    }

    @BeforeAll
    static void start()
    {
        tester = CommandTester.start();
    }

    @AfterAll
    static void stop()
    {
        tester.close();
    }

    static Stream<Row> rows()
            throws IOException
    {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BadInputsTest.class.getResourceAsStream("bad-inputs.csv")), StandardCharsets.UTF_8))) {
            return table.lines().filter(line -> !line.startsWith("#")).map(BadInputsTest::row).toList().stream();
        }
    }

    private static Row row(String line)
    {
        String[] cells = line.split(" \\|", 4);
        List<String> setUp = Stream.of(cells[1].split(";;", -1)).map(String::strip).filter(request -> !request.isEmpty()).toList();
        return new Row(cells[0].strip(), setUp, cells[2].strip(), cells[3].substring(1));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void getsOneReplyAndLosesNothing(Row row)
    {
        tester.run("FLUSHALL");
        for (String request : row.setUp()) {
            assertThat(tester.run(words(request))).as(request).isNotInstanceOf(ReplyValue.Failure.class);
        }
        ReplyValue before = tester.run("DBSIZE");
        ReplyValue reply = tester.run(words(row.request()));
        assertThat(reply.toString().replace("\n", " ")).isEqualTo(row.reply());
        if (reply instanceof ReplyValue.Failure) {
            assertThat(tester.run("DBSIZE")).as("a request that is refused makes and removes no key").isEqualTo(before);
        }
        tester.checkStores();
    }

    /** Splits a request as redis-cli does: blanks separate, double quotes hold blanks and escapes. */
    private static Object[] words(String request)
    {
        List<Object> words = new ArrayList<>();
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        int place = 0;
        while (place < bytes.length) {
            ByteArrayOutputStream word = new ByteArrayOutputStream();
            boolean quoted = bytes[place] == '"';
            place += quoted ? 1 : 0;
            while (place < bytes.length && bytes[place] != (quoted ? '"' : ' ')) {
                place = unescape(bytes, place, quoted, word);
            }
            words.add(word.toByteArray());
            place += quoted ? 2 : 1;
        }
        words.set(0, new String((byte[]) words.get(0), StandardCharsets.UTF_8));
        // The tester looks at the first two words, to know the command.
        if (words.size() > 1 && words.get(0).equals("COMMAND")) {
            words.set(1, new String((byte[]) words.get(1), StandardCharsets.UTF_8));
        }
        return words.toArray();
    }

    private static int unescape(byte[] bytes, int place, boolean quoted, ByteArrayOutputStream word)
    {
        if (!quoted || bytes[place] != '\\') {
            word.write(bytes[place]);
            return place + 1;
        }
        switch (bytes[place + 1]) {
            case 'r' -> word.write('\r');
            case 'n' -> word.write('\n');
            case 'x' -> {
                word.write(Integer.parseInt(new String(bytes, place + 2, 2, StandardCharsets.US_ASCII), 16));
                return place + 4;
            }
            default -> word.write(bytes[place + 1]);
        }
        return place + 2;
    }
}

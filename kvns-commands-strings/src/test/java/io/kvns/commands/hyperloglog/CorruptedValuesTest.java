package io.kvns.commands.hyperloglog;

import static io.kvns.testing.ReplyValue.bulk;
import static io.kvns.testing.ReplyValue.error;
import static io.kvns.testing.ReplyValue.integer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Bytes;
import io.kvns.testing.CommandTester;
import io.kvns.testing.Randomness;
import io.kvns.testing.ReplyValue;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the family does with strings that were tampered with: an error or a number, whatever the bytes are. */
class CorruptedValuesTest
{
    private static final ReplyValue NOT_VALID = error("WRONGTYPE Key is not a valid HyperLogLog string value.");
    private static final ReplyValue CORRUPTED = error("INVALIDOBJ Corrupted HLL object detected");
    private static final ReplyValue NOT_SPARSE = error("ERR HLL encoding is not sparse");

    private final CommandTester server = CommandTester.start();

    @AfterEach
    void stop()
    {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 0123", "3, x", "4, x", "4, 2"})
    void aHeaderThatWasOverwrittenIsNotValid(int offset, String bytes)
    {
        server.run("PFADD", "h", "a", "b", "c");
        server.run("SETRANGE", "h", offset, bytes);

        assertNotValid();
    }

    @Test
    void aSparseSetThatClaimsToBeDenseIsNotValid()
    {
        server.run("PFADD", "h", "a", "b", "c");
        server.run("SETRANGE", "h", 4, new byte[] {0});

        assertNotValid();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 15, 12_303, 12_305})
    void aDenseSetOfAnotherLengthIsNotValid(int length)
    {
        server.run("PFADD", "h", "a");
        server.run("PFDEBUG", "TODENSE", "h");
        byte[] value = server.run("GET", "h").bytes();
        server.run("SET", "h", Arrays.copyOf(value, length));

        assertNotValid();
    }

    /** No codes, codes for too few registers, for too many in three ways, and a code that is cut off in two. */
    @ParameterizedTest
    @ValueSource(strings = {"", "7f fe", "7f ff 7f ff", "7f ff 80", "80 7f ff", "7f f0 ff ff ff ff ff", "7f", "7e ff 80 7f"})
    void codesThatDoNotCoverTheRegistersExactlyAreCorrupted(String codes)
    {
        server.run("SET", "h", sparse(codes));
        server.run("PFADD", "sound", "a");

        assertThat(server.run("PFCOUNT", "h")).isEqualTo(CORRUPTED);
        assertThat(server.run("PFCOUNT", "sound", "h")).isEqualTo(CORRUPTED);
        assertThat(server.run("PFMERGE", "d", "sound", "h")).isEqualTo(CORRUPTED);
        assertThat(server.run("PFMERGE", "h", "sound")).isEqualTo(CORRUPTED);
        assertThat(server.run("PFDEBUG", "TODENSE", "h")).isEqualTo(CORRUPTED);
        assertThat(server.run("PFDEBUG", "GETREG", "h")).isEqualTo(CORRUPTED);
        assertThat(server.run("EXISTS", "d")).isEqualTo(integer(0));
        assertThat(server.run("GET", "h")).isEqualTo(bulk(sparse(codes)));
    }

    @Test
    void aCodeThatIsCutOffCoversNoRegister()
    {
        server.run("SET", "h", sparse("7f"));

        assertThat(server.run("PFADD", "h", "a")).isEqualTo(CORRUPTED);
        assertThat(server.run("PFDEBUG", "DECODE", "h")).isEqualTo(bulk(""));
    }

    @Test
    void anElementWhoseRegisterNoCodeCoversLeavesTheSetAsItWas()
    {
        // These codes cover the first half of the registers.
        byte[] half = sparse("5f ff");
        server.run("SET", "h", half);

        assertThat(server.run("PFADD", "h", elementOfHalf(0), elementOfHalf(1))).isEqualTo(CORRUPTED);
        assertThat(server.run("GET", "h")).isEqualTo(bulk(half));
        assertThat(server.run("PFADD", "h", elementOfHalf(0))).isEqualTo(integer(1));
    }

    @Test
    void aSparseSetLongerThanAnySoundOneIsCorrupted()
    {
        server.run("SET", "h", sparse("7f ff"));
        server.run("SETRANGE", "h", 100_000, "x");

        assertThat(server.run("PFCOUNT", "h")).isEqualTo(CORRUPTED);
        assertThat(server.run("PFADD", "h", "a")).isEqualTo(CORRUPTED);
        assertThat(server.run("PFMERGE", "h")).isEqualTo(CORRUPTED);
        assertThat(server.run("PFDEBUG", "DECODE", "h")).isEqualTo(CORRUPTED);
    }

    @Test
    void ranksThatNoElementHasGiveANumber()
    {
        server.run("PFADD", "h", "a");
        server.run("PFDEBUG", "TODENSE", "h");
        byte[] value = server.run("GET", "h").bytes();
        Arrays.fill(value, Format.HEADER_BYTES, value.length, (byte) -1);
        server.run("SET", "h", value);

        assertThat(server.run("PFCOUNT", "h").isError()).isFalse();
        assertThat(server.run("PFADD", "h", "b")).isEqualTo(integer(0));
        assertThat(server.run("PFMERGE", "d", "h").isError()).isFalse();
    }

    @Test
    void anyFlippedBytesGiveAnErrorOrANumber()
    {
        Randomness.check(1_000, random -> {
            server.run("DEL", "h", "d");
            Object[] request = new Object[2 + random.below(random.pick(10, 100, 3_000))];
            request[0] = "PFADD";
            request[1] = "h";
            for (int index = 2; index < request.length; index++) {
                request[index] = random.bytes(8);
            }
            server.run(request);
            byte[] value = server.run("GET", "h").bytes();
            for (int flips = 1 + random.below(5); flips > 0; flips--) {
                value[random.below(value.length)] ^= (byte) (1 + random.below(255));
            }
            server.run("SET", "h", random.chance(10) ? Arrays.copyOf(value, random.below(value.length)) : value);

            assertAnswer(server.run("PFCOUNT", "h"));
            assertAnswer(server.run("PFCOUNT", "h", "d"));
            assertAnswer(server.run("PFMERGE", "d", "h"));
            assertAnswer(server.run("PFDEBUG", "DECODE", "h"));
            assertAnswer(server.run("PFADD", "h", random.bytes(8), random.bytes(8)));
            assertAnswer(server.run("PFMERGE", "h", "d"));
            assertAnswer(server.run("PFDEBUG", "GETREG", "h"));
        });
    }

    private static void assertAnswer(ReplyValue reply)
    {
        if (reply.isError()) {
            assertThat(reply).isIn(NOT_VALID, CORRUPTED, NOT_SPARSE);
        }
    }

    private void assertNotValid()
    {
        byte[] before = server.run("GET", "h").bytes();
        assertThat(server.run("PFCOUNT", "h")).isEqualTo(NOT_VALID);
        assertThat(server.run("PFCOUNT", "none", "h")).isEqualTo(NOT_VALID);
        assertThat(server.run("PFADD", "h", "d")).isEqualTo(NOT_VALID);
        assertThat(server.run("PFMERGE", "h")).isEqualTo(NOT_VALID);
        assertThat(server.run("PFMERGE", "d", "h")).isEqualTo(NOT_VALID);
        assertThat(server.run("PFDEBUG", "ENCODING", "h")).isEqualTo(NOT_VALID);
        assertThat(server.run("GET", "h")).isEqualTo(bulk(before));
    }

    /** An element whose register is in the first or second half of all. */
    private static String elementOfHalf(int half)
    {
        for (int number = 0; ; number++) {
            String element = Integer.toString(number);
            if (Element.index(Element.of(Bytes.of(element))) / (Format.REGISTERS / 2) == half) {
                return element;
            }
        }
    }

    private static byte[] sparse(String codes)
    {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {'H', 'Y', 'L', 'L', 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0x80});
        for (String code : codes.isEmpty() ? new String[0] : codes.split(" ")) {
            bytes.write(Integer.parseInt(code, 16));
        }
        return bytes.toByteArray();
    }
}

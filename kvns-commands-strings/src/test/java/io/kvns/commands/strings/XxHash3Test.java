package io.kvns.commands.strings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Bytes;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected hashes were computed with the xxhash package of Python, whose core is the reference implementation in C. */
class XxHash3Test
{
    @ParameterizedTest
    @CsvSource({
            "0, 2d06800538d394c2", "1, 4c5cca45d0f4811f", "2, 29c60963cbfa4e6e", "3, 6e3e2670e61106ac",
            "4, 5c4c63133443d03f", "5, 49f5eb3111280b63", "7, 46a5c724d51fe43f", "8, f9fd4dd0b04d78f5",
            "9, 7c20df9712c26edf", "12, 16d2dff54dc2ee45", "15, b345a7b2698ba575", "16, 86abf6baccea0858",
            "17, b58bf5dc5022d071", "31, 48442fcd5518b086", "32, e3712ed84c04a66e", "33, a4dee99b093e1f73",
            "64, 1291d2d4042330dd", "65, 97c6bf83217e5ec9", "96, 81296929fc063365", "97, f145a45b658ab9dd",
            "127, ed4cf62104020db5", "128, 10d17f72c0ccba41", "129, 1648bdc3db49d1a2", "143, d05ced598f7f87b3",
            "144, b46dbfc6d9e31aba", "145, 36411de335384cfb", "160, 655c8dc33b4b4c4a", "192, daf64f63dc7d5e36",
            "239, f0d154819adb16cd", "240, b6cfaf343fab81e6", "241, 956cae592c67279e", "255, 64a6073025eb7929",
            "256, b15e550733c5dfac", "257, 87b3bf2d941cf085", "320, 28bc5aa275799ff9", "511, 5a17da924907228a",
            "512, a0e9790eb93990d7", "513, 984828b9efd042cb", "960, dd1bd2369a7f96f2", "1023, a94ffcd2254368e4",
            "1024, 70bd377d9574f4bb", "1025, 66c4487c41e127a7", "1087, 3a3888860f73973f", "1088, f43dc77e28a9acbc",
            "1089, 313bc7ee32bbfa2e", "2047, ded1f434a1510c6a", "2048, 8b46caa67dab3a30", "2049, 581cd184fd9b76c5",
            "4096, 9ddd66c14af0daff", "5000, e4007929540f095c", "10240, 18f44bf4293db4df", "65536, 04404b28125b4786",
            "100001, 3434fcc329bcebc2"})
    void everyClassOfLengthsIsHashedAsByTheReferenceImplementation(int length, String expected)
    {
        byte[] input = new byte[length];
        for (int index = 0; index < length; index++) {
            input[index] = (byte) (index * 131 + 7);
        }
        assertThat(HexFormat.of().toHexDigits(XxHash3.hash(Bytes.copyOf(input)))).isEqualTo(expected);
    }

    @Test
    void theExampleOfTheDocumentationIsHashedAsThere()
    {
        assertThat(HexFormat.of().toHexDigits(XxHash3.hash(Bytes.of("Hello world")))).isEqualTo("b6acb9d84a38ff74");
    }
}

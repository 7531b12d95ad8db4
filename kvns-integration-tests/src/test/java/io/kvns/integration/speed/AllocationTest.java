package io.kvns.integration.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The request path allocates nothing on the heap in the steady state, from the read of the socket to the write. */
class AllocationTest
{
    private static final Pattern RESULT = Pattern.compile("allocated (\\d+) bytes for (\\d+) requests");

    @ParameterizedTest
    @CsvSource({
            "16, GET key",
            "16, SET key a-value-of-some-length",
            "16, SET key a-value-of-some-length EX 1000",
            "16, INCR counter",
            "16, GET missing",
            "1, GET key",
            "1, SET key a-value-of-some-length",
            "1, INCR counter"})
    void allocatesNothing(int pipeline, String command)
            throws Exception
    {
        String output = probe(pipeline, command);
        Matcher result = RESULT.matcher(output);
        assertThat(result.find()).as(output).isTrue();
        double bytesPerRequest = Double.parseDouble(result.group(1)) / Double.parseDouble(result.group(2));
        // The loop's own once-a-second work is in it: a few hundred bytes each time, where the smallest object a request would be eight.
        assertThat(bytesPerRequest).as(result.group()).isLessThan(4);
    }

    private static String probe(int pipeline, String command)
            throws IOException, InterruptedException
    {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile"),
                "-cp", System.getProperty("java.class.path"), AllocationProbe.class.getName(), Integer.toString(pipeline)));
        line.addAll(List.of(command.split(" ", -1)));
        Process process = new ProcessBuilder(line).redirectError(Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}

package io.kvns.commands.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawingTest
{
    @Test
    void aCanvasPrintsTwoColumnsAndFourRowsOfDotsPerCharacter()
    {
        BrailleCanvas canvas = new BrailleCanvas(2, 1);
        assertThat(canvas.width()).isEqualTo(4);
        assertThat(canvas.height()).isEqualTo(4);
        canvas.dot(0, 0);
        canvas.dot(1, 3);
        canvas.dot(3, 1);
        canvas.dot(-1, 0);
        canvas.dot(0, 4);
        assertThat(print(canvas)).isEqualTo("\u2881\u2810\n");
    }

    @Test
    void aLineHasNoGaps()
    {
        BrailleCanvas canvas = new BrailleCanvas(1, 1);
        canvas.line(0, 0, 1, 3);
        assertThat(print(canvas)).isEqualTo("\u28a3\n");
        BrailleCanvas across = new BrailleCanvas(3, 1);
        across.line(5, 0, 0, 0);
        assertThat(print(across)).isEqualTo("\u2809\u2809\u2809\n");
    }

    @Test
    void drawingsFillTheConsole()
    {
        assertThat(lines(new LabyrinthDrawing(), 10, 3)).hasSize(3).allMatch(line -> line.matches("[\u2571\u2572]{10}"));
        assertThat(lines(new SkylineDrawing(), 30, 12)).hasSize(12).allMatch(line -> line.length() == 30);
        assertThat(lines(new SchotterDrawing(), 66, 8, 12).getFirst()).hasSize(66).matches("[\u2800-\u28ff]+");
    }

    @Test
    void eachIsAnotherPictureNextTime()
    {
        for (Drawing drawing : List.of(new LabyrinthDrawing(), new SkylineDrawing(), new SchotterDrawing())) {
            assertThat(draw(drawing, 1, drawing.defaults())).isNotEqualTo(draw(drawing, 2, drawing.defaults()));
        }
    }

    @Test
    void theSmallestAndTheGreatestParametersWork()
    {
        for (Drawing drawing : List.of(new LabyrinthDrawing(), new SkylineDrawing(), new SchotterDrawing())) {
            int[] smallest = drawing.defaults();
            Arrays.fill(smallest, 1);
            assertThat(draw(drawing, 1, smallest)).isNotEmpty();
            assertThat(draw(drawing, 1, drawing.greatest())).hasSizeLessThan(1_000_000);
        }
        assertThat(draw(new SchotterDrawing(), 1, 400, 1, 100)).hasSizeLessThan(1_000_000);
    }

    @Test
    void theFirstRowOfSchotterIsInOrder()
    {
        String one = draw(new SchotterDrawing(), 1, 20, 2, 3).lines().findFirst().orElseThrow();
        String other = draw(new SchotterDrawing(), 2, 20, 2, 3).lines().findFirst().orElseThrow();
        assertThat(one).isEqualTo(other);
    }

    private static String print(BrailleCanvas canvas)
    {
        StringBuilder text = new StringBuilder();
        canvas.printTo(text);
        return text.toString();
    }

    private static List<String> lines(Drawing drawing, int... parameters)
    {
        return draw(drawing, 7, parameters).lines().toList();
    }

    private static String draw(Drawing drawing, long seed, int... parameters)
    {
        StringBuilder text = new StringBuilder();
        drawing.draw(parameters, new SplittableRandom(seed), text);
        return text.toString();
    }
}

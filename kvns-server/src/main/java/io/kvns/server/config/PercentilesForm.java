package io.kvns.server.config;

import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Some percentiles. */
final class PercentilesForm
        implements SettingForm<List<Double>>
{
    @Override
    public List<Double> read(List<String> words)
    {
        if (words.equals(List.of(""))) {
            return List.of();
        }
        List<Double> percentiles = new ArrayList<>();
        for (String word : words) {
            if (word.length() > 32 || !word.matches("-?[0-9]+(\\.[0-9]*)?")) {
                throw new SettingException("Invalid latency-tracking-info-percentiles parameters");
            }
            double percentile = Double.parseDouble(word);
            if (percentile < 0 || percentile > 100) {
                throw new SettingException("latency-tracking-info-percentiles parameters should sit between [0.0,100.0]");
            }
            percentiles.add(percentile);
        }
        return List.copyOf(percentiles);
    }

    @Override
    public String write(List<Double> percentiles)
    {
        return String.join(" ", percentiles.stream().map(PercentilesForm::write).toList());
    }

    /** The number without an exponent and without trailing zeros, as {@code LATENCY} and {@code INFO} name the percentile too. */
    static String write(double percentile)
    {
        return percentile == 0 ? "0" : BigDecimal.valueOf(percentile).stripTrailingZeros().toPlainString();
    }

    @Override
    public boolean takesSeveralWords()
    {
        return true;
    }

    @Override
    public String description()
    {
        return "numbers from 0 to 100";
    }
}

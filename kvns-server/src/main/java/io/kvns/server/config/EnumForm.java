package io.kvns.server.config;

import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values that are constants of an enum, each with one or more words; the first word is the one that is shown. */
final class EnumForm<E extends Enum<E> & EnumForm.Worded>
        implements SettingForm<E>
{
    /** A constant that has words. */
    interface Worded
    {
        /** The words in lower case, the one that is shown first. */
        List<String> words();
    }

    private final E[] constants;

    EnumForm(Class<E> type)
    {
        this.constants = type.getEnumConstants();
    }

    @Override
    public E read(List<String> words)
    {
        if (words.size() != 1) {
            throw new SettingException("wrong number of arguments");
        }
        String word = words.getFirst().toLowerCase(Locale.ROOT);
        for (E constant : constants) {
            if (constant.words().contains(word)) {
                return constant;
            }
        }
        throw new SettingException("argument(s) must be one of the following: " + shown(", "));
    }

    @Override
    public String write(E value)
    {
        return value.words().getFirst();
    }

    @Override
    public String description()
    {
        return Arrays.stream(constants)
                .map(constant -> "`" + write(constant) + "`" + otherWords(constant))
                .collect(Collectors.joining(", "));
    }

    private static String otherWords(Worded constant)
    {
        List<String> others = constant.words().subList(1, constant.words().size());
        return others.isEmpty() ? "" : " (`" + String.join("`, `", others) + "`)";
    }

    private String shown(String separator)
    {
        return Arrays.stream(constants).map(this::write).collect(Collectors.joining(separator));
    }
}

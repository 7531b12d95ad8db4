package io.kvns.api;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The forms of plain values; the reasons for refusal are those of the reference. */
final class SettingForms
{
    private SettingForms()
    {
    }

    /** A form whose values are one word. */
    abstract static class OneWord<T>
            implements SettingForm<T>
    {
        @Override
        public final T read(List<String> words)
        {
            if (words.size() != 1) {
                throw new SettingException("wrong number of arguments");
            }
            return read(words.getFirst());
        }

        abstract T read(String text);

        @Override
        public String write(T value)
        {
            return value.toString();
        }
    }

    /** A whole number. */
    static final class WholeNumber
            extends OneWord<Long>
    {
        private final long least;
        private final long most;

        WholeNumber(long least, long most)
        {
            this.least = least;
            this.most = most;
        }

        @Override
        Long read(String text)
        {
            OptionalLong number = number(text);
            if (number.isEmpty()) {
                throw new SettingException("argument couldn't be parsed into an integer");
            }
            return bounded(number.getAsLong(), least, most);
        }

        @Override
        public String description()
        {
            return "a number" + bounds(least, most);
        }
    }

    /** A number of bytes. */
    static final class MemorySize
            extends OneWord<Long>
    {
        private final long least;
        private final long most;

        MemorySize(long least, long most)
        {
            this.least = least;
            this.most = most;
        }

        @Override
        Long read(String text)
        {
            OptionalLong bytes = Setting.memoryBytes(text);
            if (bytes.isEmpty()) {
                throw new SettingException("argument must be a memory value");
            }
            return bounded(bytes.getAsLong(), least, most);
        }

        @Override
        public List<List<String>> lines(Long value)
        {
            return List.of(List.of(Setting.memoryText(value)));
        }

        @Override
        public String description()
        {
            return "bytes" + bounds(least, most);
        }
    }

    /** A floating-point number. */
    static final class RealNumber
            extends OneWord<Double>
    {
        private final double least;
        private final double most;

        RealNumber(double least, double most)
        {
            this.least = least;
            this.most = most;
        }

        @Override
        Double read(String text)
        {
            if (text.length() > 64 || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
                throw new SettingException("argument couldn't be parsed into a number");
            }
            double value = Double.parseDouble(text);
            if (value < least || value > most) {
                throw new SettingException("argument must be between " + write(least) + " and " + write(most) + " inclusive");
            }
            return value;
        }

        @Override
        public String write(Double value)
        {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            return whole ? Long.toString((long) (double) value) : Double.toString(value);
        }

        @Override
        public String description()
        {
            return least == 0 && most == Long.MAX_VALUE ? "a number" : "a number from " + write(least) + " to " + write(most);
        }
    }

    /** Yes or no. */
    static final class YesOrNo
            extends OneWord<Boolean>
    {
        @Override
        Boolean read(String text)
        {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "yes" -> Boolean.TRUE;
                case "no" -> Boolean.FALSE;
                default -> throw new SettingException("argument must be 'yes' or 'no'");
            };
        }

        @Override
        public String write(Boolean value)
        {
            return value ? "yes" : "no";
        }

        @Override
        public String description()
        {
            return "`yes` or `no`";
        }
    }

    /** Any text. */
    static final class Text
            extends OneWord<String>
    {
        @Override
        String read(String text)
        {
            return text;
        }

        @Override
        public String description()
        {
            return "a text";
        }
    }

    /** One of a few words. */
    static final class Word
            extends OneWord<String>
    {
        private final List<String> words;

        Word(List<String> words)
        {
            this.words = words;
        }

        @Override
        String read(String text)
        {
            String lower = text.toLowerCase(Locale.ROOT);
            if (!words.contains(lower)) {
                throw new SettingException("argument(s) must be one of the following: " + String.join(", ", words));
            }
            return lower;
        }

        @Override
        public String description()
        {
            return "`" + String.join("`, `", words) + "`";
        }
    }

    private static long bounded(long value, long least, long most)
    {
        if (value < least || value > most) {
            throw new SettingException("argument must be between " + least + " and " + most + " inclusive");
        }
        return value;
    }

    private static String bounds(long least, long most)
    {
        if (least == 0 && most == Long.MAX_VALUE) {
            return "";
        }
        if (most == Long.MAX_VALUE) {
            return ", at least " + least;
        }
        return least == Long.MIN_VALUE ? ", at most " + most : " from " + least + " to " + most;
    }

    /** A decimal number in its canonical form: no plus sign, blanks, leading zeros or foreign digits. */
    private static OptionalLong number(String text)
    {
        int digits = text.startsWith("-") ? 1 : 0;
        boolean zeroFirst = text.length() > 1 && text.startsWith("0", digits);
        return zeroFirst ? OptionalLong.empty() : digits(text, digits);
    }

    /** A number whose digits begin at an index. */
    static OptionalLong digits(String text, int digits)
    {
        if (text.length() == digits || text.length() > 20) {
            return OptionalLong.empty();
        }
        for (int index = digits; index < text.length(); index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return OptionalLong.empty();
            }
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        }
        catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }
}

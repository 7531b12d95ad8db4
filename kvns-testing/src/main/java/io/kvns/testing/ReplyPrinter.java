package io.kvns.testing;

import io.kvns.api.Bytes;
import java.util.HexFormat;
import java.util.List;

/** Shows a reply as redis-cli shows it on a terminal, without the line feed at the end. */
final class ReplyPrinter
{
    private ReplyPrinter()
    {
    }

    static String print(ReplyValue value)
    {
        StringBuilder text = new StringBuilder();
        print(value, "", text);
        return text.toString();
    }

    private static void print(ReplyValue value, String indent, StringBuilder text)
    {
        switch (value) {
            case ReplyValue.Status status -> text.append(status.text());
            case ReplyValue.Failure failure -> text.append("(error) ").append(failure.line());
            case ReplyValue.Whole whole -> text.append("(integer) ").append(whole.value());
            case ReplyValue.Bulk bulk -> quote(bulk.content(), text);
            case ReplyValue.Verbatim verbatim -> text.append(verbatim.content().toText());
            case ReplyValue.Nil _ -> text.append("(nil)");
            case ReplyValue.Real real -> text.append("(double) ").append(real.digits());
            case ReplyValue.Truth truth -> text.append(truth.value() ? "(true)" : "(false)");
            case ReplyValue.BigNumber number -> text.append("(big number) ").append(number.digits());
            case ReplyValue.Aggregate aggregate -> aggregate(aggregate, mark(aggregate.kind()), indent, text);
            case ReplyValue.Attributed attributed -> {
                aggregate(attributed.attributes(), '|', indent, text);
                text.append('\n').append(indent);
                print(attributed.value(), indent, text);
            }
        }
    }

    private static char mark(ReplyValue.Aggregate.Kind kind)
    {
        return switch (kind) {
            case ARRAY -> ')';
            case SET -> '~';
            case MAP -> '#';
            case PUSH -> '>';
        };
    }

    private static void aggregate(ReplyValue.Aggregate aggregate, char mark, String indent, StringBuilder text)
    {
        List<ReplyValue> elements = aggregate.elements();
        if (elements.isEmpty()) {
            text.append(switch (aggregate.kind()) {
                case ARRAY -> "(empty array)";
                case SET -> "(empty set)";
                case MAP -> "(empty hash)";
                case PUSH -> "(empty push)";
            });
            return;
        }
        int step = aggregate.kind() == ReplyValue.Aggregate.Kind.MAP ? 2 : 1;
        int width = Integer.toString(elements.size() / step).length();
        String inner = indent + " ".repeat(width + 2);
        for (int index = 0; index < elements.size(); index += step) {
            String number = Integer.toString(index / step + 1);
            if (index > 0) {
                text.append('\n').append(indent);
            }
            text.append(" ".repeat(width - number.length())).append(number).append(mark).append(' ');
            print(elements.get(index), inner, text);
            if (step == 2) {
                text.append(" => ");
                print(elements.get(index + 1), inner, text);
            }
        }
    }

    private static void quote(Bytes bytes, StringBuilder text)
    {
        text.append('"');
        for (long offset = 0; offset < bytes.length(); offset++) {
            int letter = bytes.at(offset) & 0xff;
            switch (letter) {
                case '\\', '"' -> text.append('\\').append((char) letter);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case 0x07 -> text.append("\\a");
                case '\b' -> text.append("\\b");
                default -> {
                    if (letter >= 0x20 && letter < 0x7f) {
                        text.append((char) letter);
                    }
                    else {
                        text.append("\\x").append(HexFormat.of().toHexDigits((byte) letter));
                    }
                }
            }
        }
        text.append('"');
    }
}

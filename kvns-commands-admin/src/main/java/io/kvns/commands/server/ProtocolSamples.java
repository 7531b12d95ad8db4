package io.kvns.commands.server;

import io.kvns.api.CommandError;
import io.kvns.api.Reply;

/** The replies of {@code DEBUG PROTOCOL}: one of each kind, to test clients with. The values are those of the reference. */
final class ProtocolSamples
{
    private static final CommandError UNKNOWN_TYPE = CommandError.of("ERR Wrong protocol type name. Please use one of the following:"
            + " string|integer|double|bignum|null|array|set|map|attrib|push|verbatim|true|false");
    private static final CommandError ONLY_RESP3 = CommandError.of("ERR RESP2 is not supported by this command");

    private ProtocolSamples() {}

    static void write(Reply reply, String type)
    {
        switch (type) {
            case "string" -> reply.bulk("Hello World");
            case "integer" -> reply.integer(12345);
            case "double" -> reply.real(3.141);
            case "null" -> reply.nil();
            case "array" -> {
                reply.array(3);
                writeNumbers(reply);
            }
            case "set" -> {
                reply.set(3);
                writeNumbers(reply);
            }
            case "map" -> {
                reply.map(3);
                for (int number = 0; number < 3; number++) {
                    reply.integer(number);
                    reply.bool(number == 1);
                }
            }
            case "attrib" -> {
                writeAttribute(reply);
                reply.bulk("Some real reply following the attribute");
            }
            case "push" -> writePush(reply);
            case "true" -> reply.bool(true);
            case "false" -> reply.bool(false);
            case "verbatim" -> reply.verbatim("This is a verbatim\nstring");
            case "bignum" -> reply.bigNumber("1234567999999999999999999999999999999");
            default -> throw UNKNOWN_TYPE.exception();
        }
    }

    private static void writeNumbers(Reply reply)
    {
        for (int number = 0; number < 3; number++) {
            reply.integer(number);
        }
    }

    private static void writeAttribute(Reply reply)
    {
        if (!reply.isResp3()) {
            return;
        }
        reply.attribute(1);
        reply.bulk("key-popularity");
        reply.array(2);
        reply.bulk("key:123");
        reply.integer(90);
    }

    private static void writePush(Reply reply)
    {
        if (!reply.isResp3()) {
            throw ONLY_RESP3.exception();
        }
        reply.push(2);
        reply.bulk("server-cpu-usage");
        reply.integer(42);
        reply.bulk("Some real reply following the push reply");
    }
}

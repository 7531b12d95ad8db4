package io.kvns.cli.options;

import io.kvns.cli.exit.CliFailure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads {@code redis://[[user]:password@]host[:port][/database]}; {@code valkey://} and {@code kvns://} mean the same, and an IPv6
 * address stands in brackets. User and password may contain {@code %hh}. A userinfo without a colon is a password.
 */
final class ServerUri
{
    private ServerUri() {}

    static void read(byte[] uri, CliOptions options)
    {
        String text = new String(uri, StandardCharsets.UTF_8);
        int colon = text.indexOf("://");
        String scheme = colon < 0 ? "" : text.substring(0, colon);
        switch (scheme) {
            case "redis", "valkey", "kvns" -> readRest(text.substring(colon + 3), options);
            case "rediss", "valkeys", "kvnss" -> throw CliFailure.usage("TLS is not supported by kvns-cli: '" + scheme + "://'");
            default -> throw CliFailure.usage("Invalid URI scheme");
        }
    }

    private static void readRest(String text, CliOptions options)
    {
        String rest = text;
        int at = rest.lastIndexOf('@');
        if (at >= 0) {
            readUserinfo(rest.substring(0, at), options);
            rest = rest.substring(at + 1);
        }
        int query = rest.indexOf('?');
        if (query >= 0) {
            rest = rest.substring(0, query);
        }
        int slash = rest.indexOf('/');
        if (slash >= 0) {
            String database = rest.substring(slash + 1);
            if (!database.isEmpty()) {
                options.database = (int) OptionParser.number(database, 0, Integer.MAX_VALUE, "The URI's database");
            }
            rest = rest.substring(0, slash);
        }
        readHostAndPort(rest, options);
    }

    private static void readUserinfo(String userinfo, CliOptions options)
    {
        int colon = userinfo.indexOf(':');
        if (colon > 0) {
            options.user = percentDecoded(userinfo.substring(0, colon));
        }
        options.password = percentDecoded(userinfo.substring(colon + 1));
        options.passwordOnCommandLine = true;
    }

    private static void readHostAndPort(String text, CliOptions options)
    {
        int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        String host;
        String port = "";
        if (bracket > 0) {
            host = text.substring(1, bracket);
            String after = text.substring(bracket + 1);
            if (!after.isEmpty() && !after.startsWith(":")) {
                throw CliFailure.usage("Invalid URI: '" + text + "'");
            }
            port = after.isEmpty() ? "" : after.substring(1);
        }
        else {
            int colon = text.indexOf(':');
            host = colon < 0 ? text : text.substring(0, colon);
            port = colon < 0 ? "" : text.substring(colon + 1);
        }
        if (!host.isEmpty()) {
            options.host = host;
        }
        if (!port.isEmpty()) {
            options.port = (int) OptionParser.number(port, 1, 65_535, "The URI's port");
        }
    }

    private static byte[] percentDecoded(String text)
    {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int index = 0; index < bytes.length; index++) {
            if (bytes[index] != '%') {
                decoded.write(bytes[index]);
                continue;
            }
            int high = index + 2 < bytes.length ? Character.digit(bytes[index + 1], 16) : -1;
            int low = index + 2 < bytes.length ? Character.digit(bytes[index + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw CliFailure.usage("Incomplete URI encoding");
            }
            decoded.write(high << 4 | low);
            index += 2;
        }
        return decoded.toByteArray();
    }
}

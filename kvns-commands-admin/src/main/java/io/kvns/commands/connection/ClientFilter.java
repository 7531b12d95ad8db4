package io.kvns.commands.connection;

import io.kvns.api.Arguments;
import io.kvns.api.Client;
import io.kvns.api.CommandError;
import io.kvns.api.CommandException;
import io.kvns.api.StandardError;
import io.kvns.api.admin.Authentication;
import io.kvns.api.admin.ConnectedClient;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which clients {@code CLIENT LIST} and {@code CLIENT KILL} are about: those that pass all filters.
 *
 * <p>Errors, in the order of the filters: {@link StandardError#SYNTAX} for an unknown one or one without its value, an id that is none, an
 * unknown type, an unknown user, a bad age.
 */
final class ClientFilter
{
    private static final CommandError INVALID_ID = CommandError.of("ERR Invalid client ID");
    private static final CommandError ID_NOT_POSITIVE = CommandError.of("ERR client-id should be greater than 0");
    private static final CommandError AGE_NOT_AN_INTEGER = CommandError.of("ERR maxage is not an integer or out of range");
    private static final CommandError AGE_NOT_POSITIVE = CommandError.of("ERR maxage should be greater than 0");
    private static final int FIRST = 2;
    private static final long MILLIS_PER_SECOND = 1000;

    private final Arguments arguments;
    private final Authentication authentication;
    private @Nullable Set<Long> ids;
    private ConnectedClient.@Nullable Kind kind;
    private @Nullable String user;
    private @Nullable String address;
    private @Nullable String localAddress;
    private boolean skipsCaller;
    private long leastAgeSeconds;

    private ClientFilter(Arguments arguments, Authentication authentication, boolean skipsCaller)
    {
        this.arguments = arguments;
        this.authentication = authentication;
        this.skipsCaller = skipsCaller;
    }

    /** Reads the filters of {@code CLIENT LIST}, where {@code ID} takes several numbers. */
    static ClientFilter ofList(Arguments arguments, Authentication authentication)
    {
        ClientFilter filter = new ClientFilter(arguments, authentication, false);
        int index = FIRST;
        while (index < arguments.count()) {
            index = arguments.is(index, "ID") ? filter.readIds(index + 1) : filter.read(index);
        }
        return filter;
    }

    /** Reads the filters of {@code CLIENT KILL}, which spares the caller by default. */
    static ClientFilter ofKill(Arguments arguments, Authentication authentication)
    {
        ClientFilter filter = new ClientFilter(arguments, authentication, true);
        int index = FIRST;
        while (index < arguments.count()) {
            index = arguments.is(index, "ID") && index + 1 < arguments.count() ? filter.readId(index + 1) : filter.read(index);
        }
        return filter;
    }

    private int readIds(int first)
    {
        int index = first;
        Set<Long> wanted = new HashSet<>();
        while (index < arguments.count() && (index == first || !isFilter(index))) {
            wanted.add(arguments.integer(index, 1, Long.MAX_VALUE, INVALID_ID));
            index++;
        }
        if (index == first) {
            throw StandardError.SYNTAX.exception();
        }
        ids = wanted;
        return index;
    }

    private int readId(int index)
    {
        ids = Set.of(arguments.integer(index, 1, Long.MAX_VALUE, ID_NOT_POSITIVE));
        return index + 1;
    }

    private boolean isFilter(int index)
    {
        return arguments.is(index, "TYPE") || arguments.is(index, "USER") || arguments.is(index, "ADDR") || arguments.is(index, "LADDR")
                || arguments.is(index, "SKIPME") || arguments.is(index, "MAXAGE") || arguments.is(index, "ID");
    }

    private int read(int index)
    {
        int value = index + 1;
        if (value == arguments.count()) {
            throw StandardError.SYNTAX.exception();
        }
        if (arguments.is(index, "TYPE")) {
            kind = ClientWords.readKind(arguments, value);
        }
        else if (arguments.is(index, "USER")) {
            user = arguments.text(value);
            if (!authentication.isUser(user)) {
                throw new CommandException("ERR No such user '" + user + "'");
            }
        }
        else if (arguments.is(index, "ADDR")) {
            address = arguments.text(value);
        }
        else if (arguments.is(index, "LADDR")) {
            localAddress = arguments.text(value);
        }
        else if (arguments.is(index, "SKIPME")) {
            skipsCaller = readYesOrNo(value);
        }
        else if (arguments.is(index, "MAXAGE")) {
            leastAgeSeconds = readAge(value);
        }
        else {
            throw StandardError.SYNTAX.exception();
        }
        return value + 1;
    }

    private boolean readYesOrNo(int index)
    {
        if (arguments.is(index, "YES")) {
            return true;
        }
        if (arguments.is(index, "NO")) {
            return false;
        }
        throw StandardError.SYNTAX.exception();
    }

    private long readAge(int index)
    {
        long seconds = arguments.integer(index, Long.MIN_VALUE, Long.MAX_VALUE, AGE_NOT_AN_INTEGER);
        if (seconds <= 0) {
            throw AGE_NOT_POSITIVE.exception();
        }
        return seconds;
    }

    /** Whether a client passes all filters. */
    boolean accepts(ConnectedClient client, Client caller, long nowMillis)
    {
        return (ids == null || ids.contains(client.id()))
                && (kind == null || kind == client.kind())
                && (user == null || user.equals(client.user()))
                && (address == null || address.equals(client.address()))
                && (localAddress == null || localAddress.equals(client.localAddress()))
                && (!skipsCaller || client.id() != caller.id())
                && (leastAgeSeconds == 0 || (nowMillis - client.connectedMillis()) / MILLIS_PER_SECOND >= leastAgeSeconds);
    }
}

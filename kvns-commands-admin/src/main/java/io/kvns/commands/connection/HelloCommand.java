package io.kvns.commands.connection;

import io.kvns.api.AclCategory;
import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandException;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.Authentication;
import io.kvns.api.admin.ClientControl;
import io.kvns.api.admin.ConnectedClient;

/**
 * {@code HELLO [protover [AUTH username password] [SETNAME clientname]]}: introduces both sides: the client says which protocol it
 * speaks, who it is and what it is called; the server says what it is.
 *
 * <p>Errors, in the order they are checked: a protocol version that is no integer; {@code NOPROTO} for one other than 2 and 3;
 * then, option by option, a bad client name or an unknown option; {@link AuthCommand#WRONG_PASSWORD}; {@code NOAUTH} if the client
 * is not authenticated then. After an error the protocol, the user and the name are what they were before.
 */
final class HelloCommand
        implements Command
{
    private static final CommandError NOT_A_VERSION = CommandError.of("ERR Protocol version is not an integer or out of range");
    private static final CommandError UNSUPPORTED_VERSION = CommandError.of("NOPROTO unsupported protocol version");
    private static final CommandError NOT_AUTHENTICATED = CommandError.of(
            "NOAUTH HELLO must be called with the client already authenticated,"
            + " otherwise the HELLO <proto> AUTH <user> <pass> option can be used to authenticate the client and select the RESP protocol"
            + " version at the same time");

    // The version whose behaviour the server has: clients decide by it what they may use.
    private static final String REFERENCE_VERSION = "7.2.4";
    private static final int FIRST_OPTION = 2;

    private static final CommandSpec SPEC = CommandSpec.other("hello")
            .arity(-1)
            .fast()
            .flags(CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE, CommandFlag.NO_AUTH, CommandFlag.ALLOW_BUSY)
            .acl(AclCategory.CONNECTION)
            .group(CommandGroup.CONNECTION)
            .since("6.0.0")
            .changed("6.2.0", "`protover` may be left out: then only the server introduces itself.")
            .summary("Introduces client and server to each other.")
            .complexity("O(1)")
            .arguments(ArgumentSpec.block("arguments",
                    ArgumentSpec.integer("protover"),
                    ArgumentSpec.block("auth", ArgumentSpec.string("username"), ArgumentSpec.string("password")).behind("AUTH").optional(),
                    ArgumentSpec.string("clientname").behind("SETNAME").optional()).optional())
            .build();

    private final ClientControl clients;
    private final Authentication authentication;

    HelloCommand(ClientControl clients, Authentication authentication)
    {
        this.clients = clients;
        this.authentication = authentication;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        boolean hasVersion = arguments.count() > 1;
        long version = hasVersion ? arguments.integer(1, Long.MIN_VALUE, Long.MAX_VALUE, NOT_A_VERSION) : 0;
        if (hasVersion && version != 2 && version != 3) {
            throw UNSUPPORTED_VERSION.exception();
        }
        int userIndex = 0;
        int nameIndex = 0;
        for (int index = FIRST_OPTION; index < arguments.count(); index++) {
            int more = arguments.count() - 1 - index;
            if (more >= 2 && arguments.is(index, "AUTH")) {
                userIndex = index + 1;
                index += 2;
            }
            else if (more >= 1 && arguments.is(index, "SETNAME")) {
                ClientWords.checkName(arguments.bytes(index + 1));
                nameIndex = index + 1;
                index++;
            }
            else {
                throw new CommandException("ERR Syntax error in HELLO option '" + arguments.text(index) + "'");
            }
        }
        ConnectedClient client = clients.of(context.client());
        if (userIndex != 0 && !authentication.authenticate(client, arguments.bytes(userIndex), arguments.bytes(userIndex + 1))) {
            throw AuthCommand.WRONG_PASSWORD.exception();
        }
        if (!client.isAuthenticated()) {
            throw NOT_AUTHENTICATED.exception();
        }
        if (nameIndex != 0) {
            client.name(arguments.text(nameIndex));
        }
        if (hasVersion) {
            client.resp3(version == 3);
        }
        introduce(client, reply);
    }

    private static void introduce(ConnectedClient client, Reply reply)
    {
        reply.map(7);
        reply.bulk("server");
        reply.bulk("redis");
        reply.bulk("version");
        reply.bulk(REFERENCE_VERSION);
        reply.bulk("proto");
        reply.integer(client.isResp3() ? 3 : 2);
        reply.bulk("id");
        reply.integer(client.id());
        reply.bulk("mode");
        reply.bulk("standalone");
        reply.bulk("role");
        reply.bulk("master");
        reply.bulk("modules");
        reply.array(0);
    }
}

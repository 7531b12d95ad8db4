package io.kvns.commands.connection;

import io.kvns.api.AclCategory;
import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.admin.Authentication;
import io.kvns.api.admin.ClientControl;

/**
 * {@code AUTH [username] password}: authenticates the client, as the default user if it gives no name.
 *
 * <p>Errors, in the order they are checked: {@link StandardError#SYNTAX} for too many arguments; a password alone where the default
 * user needs none; {@link #WRONG_PASSWORD}, after which the client is what it was before.
 */
final class AuthCommand
        implements Command
{
    /** The user is unknown, or the password is not the user's; nobody learns which. */
    static final CommandError WRONG_PASSWORD = CommandError.of("WRONGPASS invalid username-password pair or user is disabled.");

    private static final CommandError NO_PASSWORD_CONFIGURED = CommandError.of(
            "ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?");

    private static final Bytes DEFAULT_USER = Bytes.of(Authentication.DEFAULT_USER);

    private static final CommandSpec SPEC = CommandSpec.other("auth")
            .arity(-2)
            .fast()
            .flags(CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE, CommandFlag.NO_AUTH, CommandFlag.ALLOW_BUSY)
            .acl(AclCategory.CONNECTION)
            .group(CommandGroup.CONNECTION)
            .since("1.0.0")
            .changed("6.0.0", "A user may be named before the password.")
            .summary("Authenticates the connection.")
            .complexity("O(N), N being the passwords of the user")
            .arguments(ArgumentSpec.string("username").optional().since("6.0.0"), ArgumentSpec.string("password"))
            .build();

    private final ClientControl clients;
    private final Authentication authentication;

    AuthCommand(ClientControl clients, Authentication authentication)
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
        if (arguments.count() > 3) {
            throw StandardError.SYNTAX.exception();
        }
        boolean named = arguments.count() == 3;
        if (!named && authentication.isOpen()) {
            throw NO_PASSWORD_CONFIGURED.exception();
        }
        Bytes user = named ? arguments.bytes(1) : DEFAULT_USER;
        if (!authentication.authenticate(clients.of(context.client()), user, arguments.bytes(arguments.count() - 1))) {
            throw WRONG_PASSWORD.exception();
        }
        reply.ok();
    }
}

package io.kvns.commands.connection;

import io.kvns.api.AclCategory;
import io.kvns.api.Command;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.ContainerCommand;
import io.kvns.api.HelpCommand;
import io.kvns.api.admin.Authentication;
import io.kvns.api.admin.ClientControl;
import java.util.List;

/** {@code CLIENT}: the container of the commands on connections. */
final class ClientCommands
{
    private static final List<String> HELP = List.of(
            "GETREDIR",
            "    Return the client ID we are redirecting to when tracking is enabled.",
            "GETNAME",
            "    Return the name of the current connection.",
            "ID",
            "    Return the ID of the current connection.",
            "INFO",
            "    Return information about the current client connection.",
            "KILL <ip:port>",
            "    Kill connection made from <ip:port>.",
            "KILL <option> <value> [<option> <value> [...]]",
            "    Kill connections. Options are:",
            "    * ADDR (<ip:port>|<unixsocket>:0)",
            "      Kill connections made from the specified address",
            "    * LADDR (<ip:port>|<unixsocket>:0)",
            "      Kill connections made to specified local address",
            "    * TYPE (NORMAL|MASTER|REPLICA|PUBSUB)",
            "      Kill connections by type.",
            "    * USER <username>",
            "      Kill connections authenticated by <username>.",
            "    * SKIPME (YES|NO)",
            "      Skip killing current connection (default: yes).",
            "    * ID <client-id>",
            "      Kill connections by client id.",
            "    * MAXAGE <maxage>",
            "      Kill connections older than the specified age.",
            "LIST [options ...]",
            "    Return information about client connections. Options:",
            "    * TYPE (NORMAL|MASTER|REPLICA|PUBSUB)",
            "      Return clients of specified type.",
            "    * ID <client-id> [<client-id> ...]",
            "      Return clients of specified IDs.",
            "    * ADDR, LADDR, USER, SKIPME, MAXAGE",
            "      As for KILL; all filters may be combined.",
            "UNPAUSE",
            "    Stop the current client pause, resuming traffic.",
            "PAUSE <timeout> [WRITE|ALL]",
            "    Suspend all, or just write, clients for <timeout> milliseconds.",
            "REPLY (ON|OFF|SKIP)",
            "    Control the replies sent to the current connection.",
            "SETNAME <name>",
            "    Assign the name <name> to the current connection.",
            "SETINFO <option> <value>",
            "    Set client meta attr. Options are:",
            "    * LIB-NAME: the client lib name.",
            "    * LIB-VER: the client lib version.",
            "UNBLOCK <clientid> [TIMEOUT|ERROR]",
            "    Unblock the specified blocked client.",
            "TRACKINGINFO",
            "    Report tracking status for the current connection.",
            "NO-EVICT (ON|OFF)",
            "    Protect current client connection from eviction.",
            "NO-TOUCH (ON|OFF)",
            "    Will not touch LRU/LFU stats when this mode is on.");

    private ClientCommands() {}

    static Command container(ClientControl clients, Authentication authentication)
    {
        CommandSpec spec = CommandSpec.other("client")
                .arity(-2)
                .group(CommandGroup.CONNECTION)
                .since("2.4.0")
                .summary("Holds the commands on connections.")
                .complexity("Depends on the subcommand.")
                .build();
        return new ContainerCommand(spec, List.of(
                // the client itself
                new ClientIdCommand(),
                new ClientGetNameCommand(),
                new ClientSetNameCommand(clients),
                new ClientSetInfoCommand(clients),
                new ClientInfoCommand(clients),
                new ClientReplyCommand(clients),
                new ClientSwitchCommand("no-evict", clients),
                new ClientSwitchCommand("no-touch", clients),
                new ClientGetRedirCommand(),
                new ClientTrackingInfoCommand(),
                // all clients
                new ClientListCommand(clients, authentication),
                new ClientKillCommand(clients, authentication),
                new ClientUnblockCommand(clients),
                new ClientPauseCommand(clients),
                new ClientUnpauseCommand(clients),
                new HelpCommand("client", CommandGroup.CONNECTION, "5.0.0", HELP, AclCategory.CONNECTION)));
    }

    /** Starts the spec of a command on the client itself. */
    static CommandSpec.Builder own(String name)
    {
        return CommandSpec.other(name)
                .flags(CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE)
                .acl(AclCategory.CONNECTION)
                .group(CommandGroup.CONNECTION)
                .complexity("O(1)");
    }

    /** Starts the spec of a command on all clients. */
    static CommandSpec.Builder administrative(String name)
    {
        return own(name).flags(CommandFlag.ADMIN);
    }
}

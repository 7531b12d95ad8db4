package io.kvns.cli.options;

/** The text of {@code --help}. */
public final class Usage
{
    private static final String TEXT = """

            Usage: kvns-cli [options] [command [argument ...]]

            Without a command, and on a terminal, commands are read interactively; else from standard input, one a line.

            Server
              -h <host>             Host name or address (default 127.0.0.1).
              -p <port>             Port (default 6480, or the environment's KVNS_PORT).
              -s <path>             Unix domain socket, instead of host and port.
              -u <uri>              redis://[[user]:password@]host[:port][/database]; kvns:// and valkey:// mean the same.
              -4, -6                Use only IPv4, or only IPv6.
              -t <seconds>          How long connecting may take; fractions are allowed (default: as the system has it).
              -a, --pass <password> Password. Others on this machine may see it: better set KVNSCLI_AUTH (or REDISCLI_AUTH).
              --user <name>         Authenticate as this user; needs a password.
              --askpass             Ask for the password.
              --no-auth-warning     Do not warn of a password on the command line.
              -n <database>         Database (default 0).
              -2, -3                Speak RESP2, or RESP3.

            Commands
              -r <count>            Send the command that many times; -1 is without end.
              -i <seconds>          Pause between repetitions, and the period of --scan, --stat, --latency, --bigkeys, --memkeys.
              -x                    Standard input is the last argument.
              -X <tag>              Standard input is put in the place of the argument <tag>.
              -e                    End with exit code 1 on an error reply.
              --quoted-input        Arguments are quoted as in the interactive mode: '"\\x00"' is one byte.
              --eval <file> [key ...] [, argument ...]
                                    Run the Lua script in the file.
              --yes                 Interactive mode: do not ask before dangerous commands.

            Output
              --raw                 The bytes of replies only (default when the output is no terminal).
              --no-raw              Replies with types (default on a terminal).
              --csv                 Comma-separated values.
              --json                JSON; asks the server for RESP3 unless -2 is given.
              --quoted-json         JSON in ASCII, other bytes as \\xhh.
              -d <delimiter>        Between elements of a raw reply (default: a new line).
              -D <delimiter>        After each raw reply (default: a new line).
              --show-pushes <yn>    Print RESP3 pushes (default: on a terminal).
              --color <when>        Colours in the interactive mode: auto, always, never. NO_COLOR is honoured.
              --verbose             Say what is done.

            Modes
              --scan                List keys; see --pattern, --quoted-pattern, --count.
              --pattern <pattern>   Only keys like this; also for --bigkeys and --memkeys.
              --quoted-pattern <p>  The same, quoted as with --quoted-input.
              --count <number>      How many keys to ask for at a time.
              --bigkeys             Look for the keys with most elements.
              --memkeys             Look for the keys that take most memory.
              --memkeys-samples <n> The same, sampling n elements of each key.
              --stat                Print numbers about the server every second.
              --latency             Measure how long a PING takes: without end on a terminal, else for a second or as -i says.
              --latency-history     The same, with a new line every 15 seconds, or as -i says.
              --latency-dist        Latency as a spectrum; needs a terminal with 256 colours.
              --pipe                Send standard input, which is in the protocol's form, and count the replies.
              --pipe-timeout <s>    How long --pipe waits for the last reply (default 30; 0 is for ever).

              --help                This text.
              --version             The version.

            Environment: KVNS_PORT, KVNSCLI_AUTH, REDISCLI_AUTH, KVNSCLI_HISTFILE, KVNSCLI_RCFILE, NO_COLOR.
            Exit codes: 0 all went well, 1 error reply (with -e, or in --pipe), 2 wrong usage, 3 no connection or refused
            credentials, 4 timeout, 5 interrupted.

            """;

    private Usage() {}

    public static String text()
    {
        return TEXT;
    }
}

package io.kvns.cli.options;

import io.kvns.cli.output.OutputMode;
import io.kvns.cli.protocol.Connection;
import io.kvns.cli.protocol.ServerAddress;

/** What the command line and the environment ask for. Filled by {@link OptionParser}, read by everybody else. */
public final class CliOptions
{
    /** The port of a kvns server. */
    public static final int DEFAULT_PORT = 6480;
    static final String DEFAULT_HOST = "127.0.0.1";

    Mode mode = Mode.COMMAND;
    String host = DEFAULT_HOST;
    int port = DEFAULT_PORT;
    String socketPath;
    int family = Connection.ANY_FAMILY;
    long timeoutMillis;

    byte[] user;
    byte[] password;
    boolean passwordOnCommandLine;
    boolean askPassword;
    boolean authWarning = true;
    int database;
    int protocol;

    long repeat = 1;
    long intervalMicros;
    boolean lastArgumentFromInput;
    byte[] inputTag;
    boolean quotedInput;
    boolean exitOnError;

    OutputMode outputMode;
    byte[] elementDelimiter = {'\n'};
    byte[] replyDelimiter = {'\n'};
    Boolean showPushes;
    Colour colour = Colour.AUTO;
    boolean confirmed;
    boolean verbose;

    byte[] pattern;
    long scanCount;
    long pipeTimeoutSeconds = 30;
    long memorySamples;
    String scriptFile;

    byte[][] command = {};

    CliOptions() {}

    public Mode mode()
    {
        return mode;
    }

    public ServerAddress address()
    {
        return new ServerAddress(host, port, socketPath);
    }

    /** 4 or 6 to use that Internet protocol version only, else 0. */
    public int family()
    {
        return family;
    }

    /** How long connecting and greeting may take; 0 is without limit. */
    public long timeoutMillis()
    {
        return timeoutMillis;
    }

    /** The name to authenticate with; null for the default user. */
    public byte[] user()
    {
        return user;
    }

    /** The password; null if none was given. */
    public byte[] password()
    {
        return password;
    }

    /** Whether other users of the machine could have read the password, and the user wants to be told. */
    public boolean warnsOfPassword()
    {
        return passwordOnCommandLine && authWarning && !askPassword;
    }

    /** Whether to ask for the password. */
    public boolean askPassword()
    {
        return askPassword;
    }

    public int database()
    {
        return database;
    }

    /** 2 or 3 if that protocol was asked for, else 0. */
    public int protocol()
    {
        return protocol;
    }

    /** Whether to speak RESP3: as asked, else for JSON, which then has maps. */
    public boolean wantsResp3()
    {
        return protocol == 3 || (protocol == 0 && (outputMode == OutputMode.JSON || outputMode == OutputMode.QUOTED_JSON));
    }

    /** How often to send the command; negative is without end. */
    public long repeat()
    {
        return repeat;
    }

    /** The pause between repetitions, or the period of a mode; 0 if none was given. */
    public long intervalMicros()
    {
        return intervalMicros;
    }

    /** Whether standard input is the command's last argument. */
    public boolean lastArgumentFromInput()
    {
        return lastArgumentFromInput;
    }

    /** The argument to replace by standard input; null if there is none. */
    public byte[] inputTag()
    {
        return inputTag;
    }

    /** Whether arguments are quoted as in the REPL. */
    public boolean quotedInput()
    {
        return quotedInput;
    }

    /** Whether an error reply ends the run with an exit code. */
    public boolean exitOnError()
    {
        return exitOnError;
    }

    /** The mode that was asked for; null to choose by whether the output is a terminal. */
    public OutputMode outputMode()
    {
        return outputMode;
    }

    public byte[] elementDelimiter()
    {
        return elementDelimiter;
    }

    public byte[] replyDelimiter()
    {
        return replyDelimiter;
    }

    /** Whether RESP3 pushes are printed: as asked, else on a terminal. */
    public boolean showsPushes(boolean terminal)
    {
        return showPushes == null ? terminal : showPushes;
    }

    public Colour colour()
    {
        return colour;
    }

    /** Whether dangerous commands are sent without asking. */
    public boolean confirmed()
    {
        return confirmed;
    }

    public boolean verbose()
    {
        return verbose;
    }

    /** The pattern of keys to look at; null for all. */
    public byte[] pattern()
    {
        return pattern;
    }

    /** The COUNT of SCAN; 0 if none was given. */
    public long scanCount()
    {
        return scanCount;
    }

    /** How long to wait for the last reply of a bulk load; 0 is without limit. */
    public long pipeTimeoutSeconds()
    {
        return pipeTimeoutSeconds;
    }

    /** The SAMPLES of MEMORY USAGE; 0 if none were given. */
    public long memorySamples()
    {
        return memorySamples;
    }

    /** The file of the script to evaluate. */
    public String scriptFile()
    {
        return scriptFile;
    }

    /** The command and its arguments; empty if none was given. */
    public byte[][] command()
    {
        return command;
    }
}

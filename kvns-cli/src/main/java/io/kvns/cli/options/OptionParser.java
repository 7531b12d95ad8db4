package io.kvns.cli.options;

import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.output.OutputMode;
import io.kvns.cli.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Reads a command line. Options come first; the first word that is no option begins the command. */
public final class OptionParser
{
    private static final String UNSUPPORTED = " -c --cluster --tls --sni --cacert --cacertdir --insecure --cert --key"
            + " --tls-ciphers --tls-ciphersuites --rdb --functions-rdb --replica --slave --lru-test --intrinsic-latency --hotkeys"
            + " --ldb --ldb-sync-mode ";

    private final byte[][] arguments;
    private final CliOptions options = new CliOptions();
    private int next;
    private String option;
    private byte[] attachedValue;

    private OptionParser(byte[][] arguments)
    {
        this.arguments = arguments;
    }

    /**
     * Reads the options.
     *
     * @param arguments the command line without the program's name
     * @param environment the environment's variables
     * @throws CliFailure saying what is wrong, with the exit code for wrong usage
     */
    public static CliOptions parse(byte[][] arguments, Map<String, String> environment)
    {
        OptionParser parser = new OptionParser(arguments);
        parser.readEnvironment(environment);
        parser.readArguments();
        parser.check();
        return parser.options;
    }

    private void readEnvironment(Map<String, String> environment)
    {
        String port = environment.get("KVNS_PORT");
        if (port != null && !port.isEmpty()) {
            options.port = (int) number(port, 1, 65_535, "KVNS_PORT");
        }
        String password = environment.get("KVNSCLI_AUTH");
        if (password == null || password.isEmpty()) {
            password = environment.get("REDISCLI_AUTH");
        }
        if (password != null && !password.isEmpty()) {
            options.password = password.getBytes(StandardCharsets.UTF_8);
        }
    }

    private void readArguments()
    {
        while (next < arguments.length) {
            byte[] argument = arguments[next];
            if (argument.length == 0 || argument[0] != '-') {
                break;
            }
            next++;
            split(argument);
            if (!readConnectionOption() && !readOutputOption() && !readModeOption()) {
                throw unknown();
            }
            if (attachedValue != null) {
                throw CliFailure.usage("Option '" + option + "' takes no value");
            }
        }
        options.command = Arrays.copyOfRange(arguments, next, arguments.length);
    }

    /** Takes {@code --name=value} apart. */
    private void split(byte[] argument)
    {
        String text = new String(argument, StandardCharsets.ISO_8859_1);
        int equals = text.startsWith("--") ? text.indexOf('=') : -1;
        option = equals < 0 ? text : text.substring(0, equals);
        attachedValue = equals < 0 ? null : Arrays.copyOfRange(argument, equals + 1, argument.length);
    }

    private boolean readConnectionOption()
    {
        switch (option) {
            case "-h" -> {
                if (next == arguments.length) {
                    options.mode = Mode.HELP;
                }
                else {
                    options.host = text();
                }
            }
            case "-p" -> options.port = (int) number(1, 65_535);
            case "-s" -> options.socketPath = text();
            case "-t" -> options.timeoutMillis = microseconds() / 1000;
            case "-4" -> options.family = 4;
            case "-6" -> options.family = 6;
            case "-a", "--pass" -> {
                options.password = value();
                options.passwordOnCommandLine = true;
            }
            case "--user" -> options.user = value();
            case "--askpass" -> options.askPassword = true;
            case "--no-auth-warning" -> options.authWarning = false;
            case "-u" -> ServerUri.read(value(), options);
            case "-n" -> options.database = (int) number(0, Integer.MAX_VALUE);
            case "-2" -> options.protocol = 2;
            case "-3" -> options.protocol = 3;
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean readOutputOption()
    {
        switch (option) {
            case "-r" -> options.repeat = number(Long.MIN_VALUE, Long.MAX_VALUE);
            case "-i" -> options.intervalMicros = microseconds();
            case "-x" -> options.lastArgumentFromInput = true;
            case "-X" -> options.inputTag = value();
            case "-e" -> options.exitOnError = true;
            case "-d" -> options.elementDelimiter = value();
            case "-D" -> options.replyDelimiter = value();
            case "--raw" -> options.outputMode = OutputMode.RAW;
            case "--no-raw" -> options.outputMode = OutputMode.TYPED;
            case "--csv" -> options.outputMode = OutputMode.CSV;
            case "--json" -> options.outputMode = OutputMode.JSON;
            case "--quoted-json" -> options.outputMode = OutputMode.QUOTED_JSON;
            case "--quoted-input" -> options.quotedInput = true;
            case "--show-pushes" -> options.showPushes = yesOrNo();
            case "--color", "--colour" -> options.colour = colour();
            case "--yes" -> options.confirmed = true;
            case "--verbose" -> options.verbose = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean readModeOption()
    {
        switch (option) {
            case "--help" -> options.mode = Mode.HELP;
            case "-v", "--version" -> options.mode = Mode.VERSION;
            case "--pipe" -> mode(Mode.PIPE);
            case "--pipe-timeout" -> options.pipeTimeoutSeconds = number(0, Integer.MAX_VALUE);
            case "--scan" -> mode(Mode.SCAN);
            case "--pattern" -> options.pattern = value();
            case "--quoted-pattern" -> {
                options.pattern = Words.unquote(value());
                if (options.pattern == null) {
                    throw CliFailure.usage("Invalid quoted string specified for --quoted-pattern.");
                }
            }
            case "--count" -> options.scanCount = number(1, Long.MAX_VALUE);
            case "--stat" -> mode(Mode.STAT);
            case "--latency" -> mode(Mode.LATENCY);
            case "--latency-history" -> mode(Mode.LATENCY_HISTORY);
            case "--latency-dist" -> mode(Mode.LATENCY_DISTRIBUTION);
            case "--bigkeys" -> mode(Mode.BIG_KEYS);
            case "--memkeys" -> mode(Mode.MEMORY_KEYS);
            case "--memkeys-samples" -> {
                mode(Mode.MEMORY_KEYS);
                options.memorySamples = number(0, Long.MAX_VALUE);
            }
            case "--eval" -> {
                mode(Mode.EVAL);
                options.scriptFile = text();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void mode(Mode mode)
    {
        if (options.mode != Mode.COMMAND && options.mode != mode && options.mode != Mode.HELP && options.mode != Mode.VERSION) {
            throw CliFailure.usage("Option '" + option + "' cannot be combined with another mode");
        }
        if (options.mode == Mode.COMMAND) {
            options.mode = mode;
        }
    }

    private void check()
    {
        if (options.user != null && options.password == null && !options.askPassword) {
            // As redis-cli does: a user without a password is not sent.
            options.user = null;
        }
        if (options.lastArgumentFromInput && options.inputTag != null) {
            throw CliFailure.usage("Options -x and -X are mutually exclusive");
        }
        if (options.quotedInput) {
            for (int index = 0; index < options.command.length; index++) {
                options.command[index] = Words.unquote(options.command[index]);
                if (options.command[index] == null) {
                    throw CliFailure.usage("Invalid quoted string");
                }
            }
        }
        if (options.mode == Mode.COMMAND || options.mode == Mode.EVAL || options.mode == Mode.HELP) {
            return;
        }
        if (options.command.length > 0) {
            throw CliFailure.usage("This mode takes no command: '" + new String(options.command[0], StandardCharsets.UTF_8) + "'");
        }
    }

    private CliFailure unknown()
    {
        if (UNSUPPORTED.contains(" " + option + " ")) {
            return CliFailure.usage("Option '" + option + "' of redis-cli is not supported by kvns-cli");
        }
        return CliFailure.usage("Unrecognized option or bad number of args for: '" + option + "'");
    }

    private byte[] value()
    {
        byte[] value = attachedValue;
        if (value != null) {
            attachedValue = null;
            return value;
        }
        if (next == arguments.length) {
            throw unknown();
        }
        return arguments[next++];
    }

    private String text()
    {
        return new String(value(), StandardCharsets.UTF_8);
    }

    private long number(long least, long most)
    {
        return number(text(), least, most, "Option '" + option + "'");
    }

    static long number(String text, long least, long most, String what)
    {
        try {
            if (isDecimal(text)) {
                long value = Long.parseLong(text);
                if (value >= least && value <= most) {
                    return value;
                }
            }
        }
        catch (NumberFormatException e) {
            // Too large: said below.
        }
        String range = most == Long.MAX_VALUE ? " of at least " + least : " from " + least + " to " + most;
        throw CliFailure.usage(what + " must be a number" + (least == Long.MIN_VALUE ? "" : range) + ", not '" + text + "'");
    }

    /** Reads seconds with a fraction. */
    private long microseconds()
    {
        String text = text();
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String fraction = point < 0 ? "" : text.substring(point + 1);
        boolean digits = (isDigits(whole) || whole.isEmpty()) && (isDigits(fraction) || fraction.isEmpty());
        if (!digits || whole.length() + fraction.length() == 0 || whole.length() > 9) {
            throw CliFailure.usage("Option '" + option + "' must be a number of seconds, not '" + text + "'");
        }
        long micros = whole.isEmpty() ? 0 : Long.parseLong(whole) * 1_000_000;
        return micros + Long.parseLong((fraction + "000000").substring(0, 6));
    }

    private boolean yesOrNo()
    {
        String text = text();
        if (text.startsWith("y") || text.startsWith("Y")) {
            return true;
        }
        if (text.startsWith("n") || text.startsWith("N")) {
            return false;
        }
        throw CliFailure.usage("Unknown --show-pushes value '" + text + "' (valid: '[y]es', '[n]o')");
    }

    private Colour colour()
    {
        String text = text();
        return switch (text) {
            case "auto" -> Colour.AUTO;
            case "always" -> Colour.ALWAYS;
            case "never" -> Colour.NEVER;
            default -> throw CliFailure.usage("Unknown " + option + " value '" + text + "' (valid: auto, always, never)");
        };
    }

    private static boolean isDecimal(String text)
    {
        return isDigits(text.startsWith("-") ? text.substring(1) : text);
    }

    private static boolean isDigits(String text)
    {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}

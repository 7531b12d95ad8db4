package io.kvns.cli;

import io.kvns.cli.command.OneShot;
import io.kvns.cli.command.OneShotHelp;
import io.kvns.cli.command.Script;
import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.exit.ExitCode;
import io.kvns.cli.modes.EvalMode;
import io.kvns.cli.modes.KeySampling;
import io.kvns.cli.modes.LatencyMode;
import io.kvns.cli.modes.LatencySpectrum;
import io.kvns.cli.modes.PipeMode;
import io.kvns.cli.modes.ScanMode;
import io.kvns.cli.modes.StatMode;
import io.kvns.cli.options.CliOptions;
import io.kvns.cli.options.CliVersion;
import io.kvns.cli.options.Mode;
import io.kvns.cli.options.Usage;
import io.kvns.cli.process.PasswordPrompt;
import io.kvns.cli.process.Streams;
import io.kvns.cli.repl.ReplStarter;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;

/** Everything but a single command, kept apart so that a single command does not load it. */
final class ModeRunner
{
    private ModeRunner() {}

    /** Does what the options ask for and returns the exit code. */
    static int run(CliOptions options, Streams streams, ByteSink errors)
    {
        if (options.mode() == Mode.HELP || options.mode() == Mode.VERSION) {
            ByteSink output = new ByteSink(streams.output()).put(CliVersion.text()).put('\n');
            output.put(options.mode() == Mode.HELP ? Usage.text() : "").flush();
            return ExitCode.OK;
        }
        byte[] password = options.askPassword() ? PasswordPrompt.ask(streams) : options.password();
        Session session = new Session(options, password, errors);
        if (options.verbose()) {
            errors.put("Connecting to ").put(session.address().display()).put('\n').flush();
        }
        if (options.mode() == Mode.COMMAND) {
            return runCommands(options, session, streams);
        }
        session.connect(true);
        return runMode(options, session, streams);
    }

    private static int runCommands(CliOptions options, Session session, Streams streams)
    {
        if (options.command().length > 0 && OneShotHelp.isAskedBy(options.command())) {
            OneShotHelp.run(options, session, streams);
        }
        else if (options.command().length > 0) {
            OneShot.run(options, session, streams);
        }
        else if (options.lastArgumentFromInput() || options.inputTag() != null) {
            throw CliFailure.usage("Options -x and -X need a command");
        }
        else if (streams.inputIsTerminal() && streams.outputIsTerminal()) {
            ReplStarter.start(options, session, streams.environment());
        }
        else {
            Script.run(options, session, streams);
        }
        return ExitCode.OK;
    }

    private static int runMode(CliOptions options, Session session, Streams streams)
    {
        switch (options.mode()) {
            case PIPE -> {
                return PipeMode.run(options, session, streams);
            }
            case SCAN -> ScanMode.run(options, session, streams);
            case STAT -> StatMode.run(options, session, streams);
            case LATENCY -> LatencyMode.run(options, session, streams, false);
            case LATENCY_HISTORY -> LatencyMode.run(options, session, streams, true);
            case LATENCY_DISTRIBUTION -> LatencySpectrum.run(options, session, streams);
            case BIG_KEYS -> KeySampling.run(options, session, streams, false);
            case MEMORY_KEYS -> KeySampling.run(options, session, streams, true);
            case EVAL -> EvalMode.run(options, session, streams);
            case COMMAND, HELP, VERSION -> throw new IllegalStateException("dealt with before");
        }
        return ExitCode.OK;
    }
}

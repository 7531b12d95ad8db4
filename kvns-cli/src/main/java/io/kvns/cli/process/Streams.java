package io.kvns.cli.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** What a run reads and writes, and what it is told by its environment. */
public final class Streams
{
    private final InputStream input;
    private final OutputStream output;
    private final OutputStream errors;
    private final Map<String, String> environment;
    private final boolean inputIsTerminal;
    private final boolean outputIsTerminal;

    /** Streams that stand for those of a process. */
    public Streams(
            InputStream input,
            OutputStream output,
            OutputStream errors,
            Map<String, String> environment,
            boolean inputIsTerminal,
            boolean outputIsTerminal)
    {
        this.input = input;
        this.output = output;
        this.errors = errors;
        this.environment = environment;
        this.inputIsTerminal = inputIsTerminal;
        this.outputIsTerminal = outputIsTerminal;
    }

    /** The streams of this process, unbuffered. */
    public static Streams ofProcess()
    {
        return new Streams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                TerminalDetection.isTerminal(0),
                TerminalDetection.isTerminal(1));
    }

    public InputStream input()
    {
        return input;
    }

    public OutputStream output()
    {
        return output;
    }

    public OutputStream errors()
    {
        return errors;
    }

    public Map<String, String> environment()
    {
        return environment;
    }

    public boolean inputIsTerminal()
    {
        return inputIsTerminal;
    }

    public boolean outputIsTerminal()
    {
        return outputIsTerminal;
    }
}

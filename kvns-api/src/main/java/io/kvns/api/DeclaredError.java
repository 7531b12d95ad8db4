package io.kvns.api;

/** An error that a family declares once, with its exception made beforehand. */
final class DeclaredError
        implements CommandError
{
    private final String line;
    private final CommandException exception;

    DeclaredError(String line)
    {
        this.line = line;
        this.exception = new CommandException(line);
    }

    @Override
    public String line()
    {
        return line;
    }

    @Override
    public CommandException exception()
    {
        return exception;
    }

    @Override
    public String toString()
    {
        return line;
    }
}

package io.kvns.cli.modes;

import io.kvns.cli.exit.CliFailure;
import io.kvns.cli.exit.ExitCode;
import io.kvns.cli.protocol.Reply;

/** Checks replies of commands that a mode sends by itself. */
final class Replies
{
    private Replies() {}

    /** The reply, unless it is an error, which ends the mode. */
    static Reply expectNoError(Reply reply, String what)
    {
        if (reply.isError()) {
            throw new CliFailure(ExitCode.ERROR_REPLY, what + ": " + reply.text());
        }
        return reply;
    }

    /** A reply of SCAN: a cursor and keys. */
    static Reply expectScan(Reply reply)
    {
        expectNoError(reply, "SCAN error");
        if (reply.size() != 2 || reply.element(0).isAggregate() || !reply.element(1).isAggregate()) {
            throw new CliFailure(ExitCode.CONNECTION, "Invalid response to SCAN");
        }
        return reply;
    }
}

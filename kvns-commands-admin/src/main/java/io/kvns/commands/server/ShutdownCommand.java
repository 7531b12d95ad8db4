package io.kvns.commands.server;

import static io.kvns.api.ArgumentSpec.oneOf;
import static io.kvns.api.ArgumentSpec.word;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;
import io.kvns.api.admin.Shutdown;

/**
 * {@code SHUTDOWN [NOSAVE | SAVE] [NOW] [FORCE]}: ends the server; its client is closed without a reply. {@code SHUTDOWN ABORT}
 * takes an end back that was begun and still waits.
 *
 * <p>Errors: {@link StandardError#SYNTAX} for other words, for both {@code SAVE} and {@code NOSAVE}, and for {@code ABORT} with others; a
 * shutdown to abort that is not there; a snapshot that cannot be made, unless {@code FORCE} is given.
 */
record ShutdownCommand(Shutdown shutdown)
        implements Command
{
    private static final CommandError NOT_IN_PROGRESS = CommandError.of("ERR No shutdown in progress.");
    private static final CommandSpec SPEC = CommandSpec.other("shutdown")
            .group(CommandGroup.SERVER)
            .arity(-1)
            .flags(CommandFlag.ADMIN, CommandFlag.NOSCRIPT, CommandFlag.LOADING, CommandFlag.STALE)
            .flags(CommandFlag.NO_MULTI, CommandFlag.ALLOW_BUSY)
            .since("1.0.0")
            .summary("Saves the data set if so configured and ends the server.")
            .complexity("O(N) when saving, N being the number of keys in all databases, else O(1)")
            .changed("7.0.0", "Added the words `NOW`, `FORCE` and `ABORT`.")
            .arguments(
                    oneOf("save-selector", word("NOSAVE"), word("SAVE")).optional(),
                    word("NOW").since("7.0.0").optional(),
                    word("FORCE").since("7.0.0").optional(),
                    word("ABORT").since("7.0.0").optional())
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        boolean save = false;
        boolean noSave = false;
        boolean now = false;
        boolean force = false;
        boolean abort = false;
        for (int index = 1; index < arguments.count(); index++) {
            if (arguments.is(index, "NOSAVE")) {
                noSave = true;
            }
            else if (arguments.is(index, "SAVE")) {
                save = true;
            }
            else if (arguments.is(index, "NOW")) {
                now = true;
            }
            else if (arguments.is(index, "FORCE")) {
                force = true;
            }
            else if (arguments.is(index, "ABORT")) {
                abort = true;
            }
            else {
                throw StandardError.SYNTAX.exception();
            }
        }
        if ((save && noSave) || (abort && (save || noSave || now || force))) {
            throw StandardError.SYNTAX.exception();
        }
        if (!abort) {
            shutdown.begin(save ? Shutdown.Saving.YES : noSave ? Shutdown.Saving.NO : Shutdown.Saving.AS_CONFIGURED, now, force);
            return;
        }
        if (!shutdown.abort()) {
            throw NOT_IN_PROGRESS.exception();
        }
        reply.ok();
    }
}

package io.kvns.commands.hyperloglog;

import static io.kvns.api.AclCategory.HYPERLOGLOG;

import io.kvns.api.Arguments;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.Reply;
import org.jspecify.annotations.Nullable;

/**
 * {@code PFSELFTEST}: tries the registers and the estimates of this family on numbers of its own, within some 50 milliseconds; replies
 * {@code OK}, or an error of code {@code TESTFAILED} that says what is wrong.
 */
final class PfSelfTestCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.other("pfselftest")
            .arity(1)
            .flags(CommandFlag.ADMIN)
            .acl(HYPERLOGLOG)
            .group(CommandGroup.HYPERLOGLOG)
            .since("2.8.9")
            .summary("Tests the registers and the estimates of HyperLogLogs.")
            .complexity("N/A")
            .systemCommand()
            .build();

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        @Nullable String failure = new SelfTest(context.random()).run();
        if (failure == null) {
            reply.ok();
        }
        else {
            reply.error("TESTFAILED " + failure);
        }
    }
}

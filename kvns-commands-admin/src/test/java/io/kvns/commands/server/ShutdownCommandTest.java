package io.kvns.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.testing.CommandTester;
import io.kvns.testing.ReplyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShutdownCommandTest
{
    private final CommandTester tester = CommandTester.start();

    @AfterEach
    void close()
    {
        tester.close();
    }

    @Test
    void wordsThatContradictEachOtherAreRefused()
    {
        for (Object[] request : new Object[][] {{"SHUTDOWN", "nosuch"}, {"SHUTDOWN", "SAVE", "NOSAVE"}, {"SHUTDOWN", "ABORT", "NOW"},
                {"SHUTDOWN", "SAVE", "ABORT"}, {"SHUTDOWN", "FORCE", "ABORT"}}) {
            assertThat(tester.run(request)).isEqualTo(ReplyValue.error("ERR syntax error"));
        }
    }

    @Test
    void aShutdownThatWasNotBegunCannotBeAborted()
    {
        assertThat(tester.run("SHUTDOWN", "ABORT")).isEqualTo(ReplyValue.error("ERR No shutdown in progress."));
    }

    @Test
    void aShutdownThatWouldLoseWhatIsToBeSavedIsRefused()
    {
        assertThat(tester.run("SHUTDOWN", "SAVE")).isEqualTo(ReplyValue.error("ERR Errors trying to SHUTDOWN. Check logs."));
    }

    @Test
    void aShutdownHasNoReply()
    {
        tester.client().send("SHUTDOWN", "NOSAVE");

        assertThat(tester.client().received()).isNull();
    }
}

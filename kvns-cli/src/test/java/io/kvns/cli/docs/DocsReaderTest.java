package io.kvns.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.cli.FakeServer;
import org.junit.jupiter.api.Test;

class DocsReaderTest
{
    @Test
    void commandsSubcommandsAndSyntaxAreRead()
    {
        CommandDocs docs = SampleDocs.sample();

        assertThat(docs.commands()).extracting(CommandDoc::name)
                .containsExactly("CONFIG", "GET", "MGET", "PING", "SET", "SORT", "ZADD", "ZUNION");
        assertThat(docs.groups()).containsExactly("connection", "generic", "server", "sorted-set", "string");
        assertThat(docs.find("set").syntax()).isEqualTo("key value [NX|XX] [GET] [EX seconds|PX milliseconds|KEEPTTL]");
        assertThat(docs.find("zadd").syntax()).isEqualTo("key [NX|XX] [CH] score member [score member ...]");
        assertThat(docs.find("sort").syntax())
                .isEqualTo("key [BY pattern] [LIMIT offset count] [GET pattern [GET pattern ...]] [ASC|DESC]");
        assertThat(docs.find("zunion").syntax()).isEqualTo("numkeys key [key ...] [WEIGHTS weight [weight ...]] [WITHSCORES]");
        assertThat(docs.find("config", "Set").name()).isEqualTo("CONFIG SET");
        assertThat(docs.find("config", "nosuch").name()).isEqualTo("CONFIG");
        assertThat(docs.find("nosuch")).isNull();
    }

    @Test
    void mapsOfResp3AreReadLikeTheListsOfResp2()
    {
        String argument = "%3\r\n+name\r\n+key\r\n+type\r\n+key\r\n+flags\r\n~1\r\n+optional\r\n";
        CommandDocs docs = SampleDocs.read("%1\r\n+get\r\n%2\r\n+summary\r\n+Reads\r\n+arguments\r\n*1\r\n" + argument);

        assertThat(docs.find("get").summary()).isEqualTo("Reads");
        assertThat(docs.find("get").syntax()).isEqualTo("[key]");
    }

    @Test
    void serversWithoutDocsAreAskedForTheirCommands()
    {
        CommandDocs docs = SampleDocs.read(command -> FakeServer.latin1(command.size() == 2
                ? "-ERR wrong number of arguments for 'command' command\r\n"
                : "*3\r\n*2\r\n$3\r\nget\r\n:2\r\n*3\r\n$3\r\nset\r\n:-3\r\n*0\r\n*2\r\n$4\r\nping\r\n:-1\r\n"));

        assertThat(docs.find("get").syntax()).isEqualTo("arg");
        assertThat(docs.find("set").syntax()).isEqualTo("arg arg [options [options ...]]");
        assertThat(docs.find("ping").syntax()).isEqualTo("[options [options ...]]");
    }

    @Test
    void whatIsOddIsLeftOut()
    {
        assertThat(SampleDocs.read("-NOAUTH Authentication required.\r\n").isEmpty()).isTrue();
        assertThat(SampleDocs.read("*0\r\n").isEmpty()).isTrue();
        assertThat(SampleDocs.read("+OK\r\n").isEmpty()).isTrue();
        assertThat(SampleDocs.read("*4\r\n$1\r\na\r\n:1\r\n$1\r\nb\r\n*1\r\n:5\r\n").commands()).hasSize(1);
        assertThat(SampleDocs.read("*3\r\n:1\r\n*1\r\n:2\r\n*2\r\n*0\r\n:1\r\n").commands())
                .extracting(CommandDoc::name).containsExactly("1");
    }

    @Test
    void controlCharactersOfTheServerBecomeBlanks()
    {
        CommandDocs docs = SampleDocs.read("*2\r\n$4\r\na\u001b[m\r\n*2\r\n$7\r\nsummary\r\n$5\r\nx\u0007\n\u009by\r\n");

        assertThat(docs.commands().getFirst().name()).isEqualTo("A [M");
        assertThat(docs.commands().getFirst().summary()).doesNotContain("\u0007", "\n", "\u009b");
    }
}

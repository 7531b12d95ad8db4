package io.kvns.cli.docs;

import io.kvns.cli.FakeServer;
import io.kvns.cli.options.OptionParser;
import io.kvns.cli.session.Session;
import io.kvns.cli.text.ByteSink;
import java.util.Map;

/** Documentation as servers send it, of a few commands with all that syntax can have. */
final class SampleDocs
{
    private SampleDocs() {}

    /** What is read from a server that answers COMMAND DOCS so. */
    static CommandDocs read(String reply)
    {
        return read(command -> FakeServer.latin1(reply));
    }

    static CommandDocs read(FakeServer.Answers answers)
    {
        try (FakeServer server = FakeServer.start(answers)) {
            byte[][] arguments = {FakeServer.latin1("-p"), FakeServer.latin1(Integer.toString(server.port()))};
            try (Session session = new Session(OptionParser.parse(arguments, Map.of()), null, new ByteSink())) {
                session.connect(true);
                return DocsReader.read(session);
            }
        }
    }

    /** The documentation in a notation that is easier to read: a list is in brackets, a word is a bulk string. */
    static CommandDocs sample()
    {
        return read(resp("""
                [ get [ summary Reads since 1.0.0 group string arguments [ [ name key type key ] ] ]
                  mget [ group string arguments [ [ name key type key flags [ multiple ] ] ] ]
                  set [ summary Writes since 1.0.0 group string arguments [
                    [ name key type key ] [ name value type string ]
                    [ name condition type oneof flags [ optional ] arguments [
                      [ name nx type pure-token token NX ] [ name xx type pure-token token XX ] ] ]
                    [ name get type pure-token token GET flags [ optional ] ]
                    [ name expiration type oneof flags [ optional ] arguments [
                      [ name seconds type integer token EX ] [ name milliseconds type integer token PX ]
                      [ name keepttl type pure-token token KEEPTTL ] ] ] ] ]
                  zadd [ group sorted-set arguments [
                    [ name key type key ]
                    [ name condition type oneof flags [ optional ] arguments [
                      [ name nx type pure-token token NX ] [ name xx type pure-token token XX ] ] ]
                    [ name change type pure-token token CH flags [ optional ] ]
                    [ name data type block flags [ multiple ] arguments [ [ name score type double ] [ name member type string ] ] ] ] ]
                  sort [ group generic arguments [
                    [ name key type key ]
                    [ name by-pattern display_text pattern type pattern token BY flags [ optional ] ]
                    [ name limit type block token LIMIT flags [ optional ] arguments [
                      [ name offset type integer ] [ name count type integer ] ] ]
                    [ name get-pattern display_text pattern type pattern token GET flags [ optional multiple multiple_token ] ]
                    [ name order type oneof flags [ optional ] arguments [
                      [ name asc type pure-token token ASC ] [ name desc type pure-token token DESC ] ] ] ] ]
                  zunion [ group sorted-set arguments [
                    [ name numkeys type integer ] [ name key type key flags [ multiple ] ]
                    [ name weight type integer token WEIGHTS flags [ optional multiple ] ]
                    [ name withscores type pure-token token WITHSCORES flags [ optional ] ] ] ]
                  config [ summary Container since 2.0.0 group server subcommands [
                    config|set [ summary Sets since 2.0.0 group server arguments [
                      [ name data type block flags [ multiple ] arguments [
                        [ name parameter type string ] [ name value type string ] ] ] ] ]
                    config|get [ summary Gets since 2.0.0 group server arguments [
                      [ name parameter type string flags [ multiple ] ] ] ] ] ]
                  ping [ summary Pings since 1.0.0 group connection arguments [ [ name message type string flags [ optional ] ] ] ] ]
                """));
    }

    /** Turns the notation into RESP2. */
    static String resp(String notation)
    {
        String[] words = notation.strip().split("\\s+", -1);
        int[] position = {0};
        return value(words, position);
    }

    private static String value(String[] words, int[] position)
    {
        String word = words[position[0]++];
        if (!word.equals("[")) {
            return "$" + word.length() + "\r\n" + word + "\r\n";
        }
        StringBuilder elements = new StringBuilder();
        int count = 0;
        while (!words[position[0]].equals("]")) {
            elements.append(value(words, position));
            count++;
        }
        position[0]++;
        return "*" + count + "\r\n" + elements;
    }
}

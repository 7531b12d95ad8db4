package io.kvns.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretArgumentsTest
{
    private final SecretArguments secrets = new SecretArguments("requirepass"::equals, Map.of("auth", "login"));

    @ParameterizedTest
    @CsvSource({
            "LOGIN user pass, LOGIN * *",
            "auth pass, auth pass",
            "HELLO 3 auth user pass setname me, HELLO 3 auth * * setname me",
            "hello 3, hello 3",
            "MIGRATE host 1 key 0 100 AUTH pass KEYS a, MIGRATE host 1 key 0 100 AUTH * KEYS a",
            "MIGRATE host 1 key 0 100 COPY AUTH2 user pass, MIGRATE host 1 key 0 100 COPY AUTH2 * *",
            "CONFIG SET timeout 1 RequirePass geheim port 2, CONFIG SET timeout 1 RequirePass * port 2",
            "CONFIG GET requirepass, CONFIG GET requirepass",
            "ACL SETUSER me on >pass, ACL SETUSER * * *",
            "ACL WHOAMI, ACL WHOAMI",
            "SET requirepass AUTH, SET requirepass AUTH"})
    void secretsAreKnownByTheCommandsThatTakeThem(String request, String shown)
    {
        assertThat(shown(TextArguments.of(request.split(" ", -1)))).isEqualTo(shown);
    }

    @Test
    void requestsThatEndTooEarlyAreNoProblem()
    {
        for (String request : List.of("LOGIN", "HELLO", "HELLO 3 AUTH", "MIGRATE", "CONFIG", "CONFIG SET", "CONFIG SET requirepass", "ACL",
                "ACL SETUSER")) {
            assertThat(shown(TextArguments.of(request.split(" ", -1)))).isEqualTo(request);
        }
    }

    private String shown(Arguments request)
    {
        List<String> words = new ArrayList<>();
        for (int index = 0; index < request.count(); index++) {
            words.add(secrets.isSecret(request, index) ? "*" : request.text(index));
        }
        return String.join(" ", words);
    }
}

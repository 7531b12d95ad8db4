package io.kvns.server.statistics;

import io.kvns.api.Arguments;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Says which arguments of a request hold secrets, which no log and no monitor may show. */
public final class SecretArguments
{
    /** What stands in place of a secret. */
    public static final String REDACTED = "(redacted)";

    private final Predicate<String> secretSetting;
    private final String auth;
    private final String hello;
    private final String migrate;
    private final String config;
    private final String acl;

    /**
     * Knows secrets by the commands that take them.
     *
     * @param secretSetting tells whether a setting, by its name in lower case, is one
     * @param renamed the new names of commands by the old ones, in lower case
     */
    public SecretArguments(Predicate<String> secretSetting, Map<String, String> renamed)
    {
        this.secretSetting = secretSetting;
        this.auth = name("auth", renamed);
        this.hello = name("hello", renamed);
        this.migrate = name("migrate", renamed);
        this.config = name("config", renamed);
        this.acl = name("acl", renamed);
    }

    private static String name(String command, Map<String, String> renamed)
    {
        return renamed.getOrDefault(command, command).toUpperCase(Locale.ROOT);
    }

    /** Whether the argument at an index is a secret. */
    public boolean isSecret(Arguments arguments, int index)
    {
        if (index == 0) {
            return false;
        }
        if (arguments.is(0, auth)) {
            return true;
        }
        if (arguments.is(0, hello)) {
            return isBehind(arguments, index, "AUTH", 2, 2);
        }
        if (arguments.is(0, migrate)) {
            return isBehind(arguments, index, "AUTH", 6, 1) || isBehind(arguments, index, "AUTH2", 6, 2);
        }
        if (arguments.is(0, config)) {
            return index > 2 && index % 2 == 1 && arguments.is(1, "SET") && isSecretSetting(arguments, index - 1);
        }
        return arguments.is(0, acl) && index >= 2 && arguments.is(1, "SETUSER");
    }

    private boolean isSecretSetting(Arguments arguments, int index)
    {
        return arguments.bytes(index).length() <= 128 && secretSetting.test(arguments.text(index).toLowerCase(Locale.ROOT));
    }

    /** Whether an argument is one of {@code count} behind a word that stands at {@code from} or later. */
    private static boolean isBehind(Arguments arguments, int index, String word, int from, int count)
    {
        for (int at = Math.max(from, index - count); at < index; at++) {
            if (arguments.is(at, word)) {
                return true;
            }
        }
        return false;
    }
}

package io.kvns.server.config;

import io.kvns.api.Setting;

/** Settings of earlier servers that are accepted with any value. */
final class Legacy
{
    private Legacy()
    {
    }

    static Setting<String> accepted(String name, String reason)
    {
        return Setting.text(name, "")
                .fixed()
                .withoutEffect(reason)
                .documentedAs("Known from earlier versions of kvns.");
    }
}

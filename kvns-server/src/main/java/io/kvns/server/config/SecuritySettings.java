package io.kvns.server.config;

import static io.kvns.api.Setting.bool;
import static io.kvns.api.Setting.choice;
import static io.kvns.api.Setting.integer;
import static io.kvns.api.Setting.structured;
import static io.kvns.api.Setting.text;

/** Who may do what. */
public final class SecuritySettings
        extends SettingSection
{
    public final LiveValue<String> password = value(text("requirepass", "")
            .secret()
            .documentedAs("The password of the default user; empty for none."));

    public final LiveBoolean protectedMode = flag(bool("protected-mode", true)
            .documentedAs("Whether a server without a password serves only clients on the same machine."));

    public final LiveValue<Permission> debugCommand = value(structured(
            "enable-debug-command", Permission.NO, new EnumForm<>(Permission.class))
            .fixed()
            .documentedAs("Who may use `DEBUG`: nobody, everybody, or clients on the same machine."));

    public final LiveValue<Permission> moduleCommand = value(structured(
            "enable-module-command", Permission.NO, new EnumForm<>(Permission.class))
            .fixed()
            .withoutEffect("Plugins are loaded at the start only.")
            .documentedAs("Who may use `MODULE LOAD`."));

    public final LiveValue<Permission> protectedConfigs = value(structured(
            "enable-protected-configs", Permission.NO, new EnumForm<>(Permission.class))
            .fixed()
            .documentedAs("Who may change `dir` and `dbfilename` by `CONFIG SET`."));

    SecuritySettings()
    {
        super("Security");
        value(text("aclfile", "")
                .fixed()
                .unsupported("access control lists are not part of this version")
                .documentedAs("The file with the users of access control."));
        number(integer("acllog-max-len", 128)
                .withoutEffect("Access control lists are not part of this version.")
                .documentedAs("How many refusals `ACL LOG` keeps."));
        value(choice("acl-pubsub-default", "resetchannels", "allchannels", "resetchannels")
                .withoutEffect("Access control lists are not part of this version.")
                .documentedAs("The channels that a new user may use."));
    }
}

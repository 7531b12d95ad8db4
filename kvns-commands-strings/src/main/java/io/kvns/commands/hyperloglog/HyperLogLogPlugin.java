package io.kvns.commands.hyperloglog;

import io.kvns.api.Command;
import io.kvns.api.CommandPlugin;
import io.kvns.api.PluginContext;
import io.kvns.api.Setting;
import io.kvns.api.SettingValue;
import java.util.List;

/** The HyperLogLog family: estimates of how many different elements were added to a set. */
public final class HyperLogLogPlugin
        implements CommandPlugin
{
    /** The longest sparse value, where nobody says otherwise. */
    static final long DEFAULT_SPARSE_MAX_BYTES = 3000;

    /** The server's own setting, which bears the reference's name and not this plugin's. */
    private static final Setting<Long> SPARSE_MAX_BYTES = Setting.memory("hll-sparse-max-bytes", DEFAULT_SPARSE_MAX_BYTES)
            .documentedAs("The most bytes of a HyperLogLog in the sparse encoding.");

    @Override
    public String name()
    {
        return "hyperloglog";
    }

    @Override
    public List<Command> commands(PluginContext context)
    {
        SettingValue<Long> sparseMaxBytes = context.setting(SPARSE_MAX_BYTES);
        return List.of(
                new PfAddCommand(sparseMaxBytes),
                new PfCountCommand(),
                new PfMergeCommand(sparseMaxBytes),
                // for those who want to look inside
                new PfDebugCommand(),
                new PfSelfTestCommand());
    }
}

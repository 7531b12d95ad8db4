package io.kvns.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvns.api.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSettingsTest
{
    private final List<Setting<?>> settings = new ServerSettings().sections().stream()
            .flatMap(section -> section.rows().stream())
            .<Setting<?>>map(Live::setting)
            .toList();

    @Test
    void namesAndVariablesAreUnique()
    {
        assertThat(settings.stream().flatMap(setting -> SettingTable.names(setting).stream())).doesNotHaveDuplicates();
        assertThat(settings.stream().flatMap(setting -> Environment.variables(setting).stream())).doesNotHaveDuplicates();
    }

    @Test
    void namesAreInLowerCaseAndVariablesBelongToUs()
    {
        assertThat(settings.stream().flatMap(setting -> SettingTable.names(setting).stream()))
                .allSatisfy(name -> assertThat(name).matches("[a-z][a-z0-9_-]*"));
        assertThat(settings).allSatisfy(setting -> assertThat(setting.environment()).matches("KVNS_[A-Z0-9_]+"));
    }

    @Test
    void everySettingThatIsShownIsDocumented()
    {
        assertThat(settings).filteredOn(setting -> !setting.hidden())
                .allSatisfy(setting -> assertThat(setting.documentation()).as(setting.name()).endsWith("."));
        assertThat(settings).filteredOn(setting -> !setting.withoutEffect().isEmpty())
                .allSatisfy(setting -> assertThat(setting.withoutEffect()).as(setting.name()).endsWith("."));
    }

    @Test
    void theNamesThatUsersOfEarlierVersionsKnowAreThere()
    {
        assertThat(settings.stream().flatMap(setting -> Environment.variables(setting).stream())).contains(
                "KVNS_LOG", "KVNS_HOST", "KVNS_PORT", "KVNS_MEMORY_LIMIT", "KVNS_METRICS_HOST", "KVNS_METRICS_PORT", "KVNS_PERSIST_PATH",
                "KVNS_PERSIST_INTERVAL", "KVNS_EVICTION_POLICY", "KVNS_EVICTION_THRESHOLD", "KVNS_NS_EVICTION", "KVNS_SHARD_COUNT",
                "KVNS_SHARDED_MODE", "KVNS_SHARED_VALUES", "KVNS_MAX_CLIENTS", "KVNS_MAX_RESP_ARGS", "KVNS_MAX_RESP_BULK_LEN",
                "KVNS_MAX_RESP_INLINE_LEN", "KVNS_TRANSPORT", "KVNS_DATABASES");
    }
}

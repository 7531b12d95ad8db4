package io.kvns.server.config;

import io.kvns.api.SettingException;
import io.kvns.api.SettingForm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Namespaces with their eviction policies, {@code ns1:lru,ns2:mru}. */
final class NamespacePoliciesForm
        implements SettingForm<Map<String, EvictionPolicy>>
{
    private static final EnumForm<EvictionPolicy> POLICY = new EnumForm<>(EvictionPolicy.class);

    @Override
    public Map<String, EvictionPolicy> read(List<String> words)
    {
        if (words.size() != 1) {
            throw new SettingException("wrong number of arguments");
        }
        Map<String, EvictionPolicy> policies = new LinkedHashMap<>();
        if (words.getFirst().isBlank()) {
            return Map.of();
        }
        for (String pair : words.getFirst().split(",", -1)) {
            int colon = pair.lastIndexOf(':');
            String namespace = colon < 0 ? "" : pair.substring(0, colon).strip();
            if (namespace.isEmpty() || namespace.indexOf('/') >= 0) {
                throw new SettingException("'" + pair.strip() + "' is not of the form namespace:policy");
            }
            EvictionPolicy policy = POLICY.read(List.of(pair.substring(colon + 1).strip()));
            if (policies.put(namespace, policy) != null) {
                throw new SettingException("the namespace '" + namespace + "' stands twice");
            }
        }
        return Collections.unmodifiableMap(policies);
    }

    @Override
    public String write(Map<String, EvictionPolicy> policies)
    {
        return policies.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + POLICY.write(entry.getValue()))
                .collect(Collectors.joining(","));
    }

    @Override
    public String description()
    {
        return "`namespace:policy`, separated by commas";
    }
}

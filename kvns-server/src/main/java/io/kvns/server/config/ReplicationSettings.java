package io.kvns.server.config;

import static io.kvns.api.Setting.bool;
import static io.kvns.api.Setting.choice;
import static io.kvns.api.Setting.integer;
import static io.kvns.api.Setting.memory;
import static io.kvns.api.Setting.structured;
import static io.kvns.api.Setting.text;

import io.kvns.api.Setting;
import java.util.List;

/** Replication, cluster and TLS as configurations of the reference know them; this version has none of them. */
public final class ReplicationSettings
        extends SettingSection
{
    private static final String NO_REPLICATION = "replication is not part of this version";
    private static final String NO_CLUSTER = "the cluster is not part of this version";
    private static final String NO_TLS = "TLS is not part of this version";

    ReplicationSettings()
    {
        super("Replication, cluster, TLS");
        declareReplication();
        declareCluster();
        declareTls();
    }

    private void declareReplication()
    {
        value(refused(structured("replicaof", List.<String>of(), new WordsForm("host and port"))
                .aliases("slaveof")
                .fixed(), NO_REPLICATION));
        value(replication(text("masterauth", "").secret()));
        value(replication(text("masteruser", "")));
        number(replication(integer("repl-timeout", 60).between(1, Integer.MAX_VALUE)));
        number(replication(integer("repl-ping-replica-period", 10).aliases("repl-ping-slave-period").between(1, Integer.MAX_VALUE)));
        number(replication(memory("repl-backlog-size", 1L << 20).between(1, Long.MAX_VALUE)));
        number(replication(integer("repl-backlog-ttl", 3600)));
        flag(replication(bool("repl-disable-tcp-nodelay", false)));
        flag(replication(bool("repl-diskless-sync", true)));
        number(replication(integer("repl-diskless-sync-delay", 5).between(0, Integer.MAX_VALUE)));
        number(replication(integer("repl-diskless-sync-max-replicas", 0).between(0, Integer.MAX_VALUE)));
        value(replication(choice("repl-diskless-load", "disabled", "disabled", "on-empty-db", "swapdb")));
        flag(replication(bool("replica-serve-stale-data", true).aliases("slave-serve-stale-data")));
        flag(replication(bool("replica-read-only", true).aliases("slave-read-only")));
        flag(replication(bool("replica-ignore-maxmemory", true).aliases("slave-ignore-maxmemory")));
        flag(replication(bool("replica-lazy-flush", false).aliases("slave-lazy-flush")));
        flag(replication(bool("replica-announced", true)));
        number(replication(integer("replica-priority", 100).aliases("slave-priority").between(0, Integer.MAX_VALUE)));
        value(replication(text("replica-announce-ip", "").aliases("slave-announce-ip")));
        number(replication(integer("replica-announce-port", 0).aliases("slave-announce-port").between(0, 65535)));
        flag(replication(bool("replica-ignore-disk-write-errors", false)));
        number(replication(integer("min-replicas-to-write", 0).aliases("min-slaves-to-write").between(0, Integer.MAX_VALUE)));
        number(replication(integer("min-replicas-max-lag", 10).aliases("min-slaves-max-lag").between(0, Integer.MAX_VALUE)));
        value(replication(choice("propagation-error-behavior", "ignore", "ignore", "panic", "panic-on-replicas")));
    }

    private void declareCluster()
    {
        flag(refused(bool("cluster-enabled", false).fixed(), NO_CLUSTER));
        value(cluster(text("cluster-config-file", "nodes.conf").fixed()));
        number(cluster(integer("cluster-node-timeout", 15_000)));
        number(cluster(integer("cluster-port", 0).between(0, 65535).fixed()));
        value(cluster(text("cluster-announce-ip", "")));
        value(cluster(text("cluster-announce-hostname", "")));
        value(cluster(text("cluster-announce-human-nodename", "")));
        number(cluster(integer("cluster-announce-port", 0).between(0, 65535)));
        number(cluster(integer("cluster-announce-bus-port", 0).between(0, 65535)));
        number(cluster(integer("cluster-announce-tls-port", 0).between(0, 65535)));
        number(cluster(integer("cluster-replica-validity-factor", 10)
                .aliases("cluster-slave-validity-factor")
                .between(0, Integer.MAX_VALUE)));
        number(cluster(integer("cluster-migration-barrier", 1).between(0, Integer.MAX_VALUE)));
        flag(cluster(bool("cluster-allow-replica-migration", true)));
        flag(cluster(bool("cluster-require-full-coverage", true)));
        flag(cluster(bool("cluster-replica-no-failover", false).aliases("cluster-slave-no-failover")));
        flag(cluster(bool("cluster-allow-reads-when-down", false)));
        flag(cluster(bool("cluster-allow-pubsubshard-when-down", true)));
        number(cluster(memory("cluster-link-sendbuf-limit", 0)));
        value(cluster(choice("cluster-preferred-endpoint-type", "ip", "ip", "hostname", "unknown-endpoint")));
    }

    private void declareTls()
    {
        number(refused(integer("tls-port", 0).between(0, 65535), NO_TLS));
        flag(refused(bool("tls-replication", false), NO_TLS));
        flag(refused(bool("tls-cluster", false), NO_TLS));
        for (String path : List.of("tls-cert-file", "tls-key-file", "tls-client-cert-file", "tls-client-key-file", "tls-dh-params-file",
                "tls-ca-cert-file", "tls-ca-cert-dir", "tls-protocols", "tls-ciphers", "tls-ciphersuites")) {
            value(tls(text(path, "")));
        }
        value(tls(text("tls-key-file-pass", "").secret()));
        value(tls(text("tls-client-key-file-pass", "").secret()));
        value(tls(choice("tls-auth-clients", "yes", "no", "yes", "optional")));
        flag(tls(bool("tls-prefer-server-ciphers", false)));
        flag(tls(bool("tls-session-caching", true)));
        number(tls(integer("tls-session-cache-size", 20 * 1024).between(0, Integer.MAX_VALUE)));
        number(tls(integer("tls-session-cache-timeout", 300).between(0, Integer.MAX_VALUE)));
    }

    private static <T> Setting<T> replication(Setting.Builder<T> builder)
    {
        return accepted(builder, "Replication is not part of this version.");
    }

    private static <T> Setting<T> cluster(Setting.Builder<T> builder)
    {
        return accepted(builder, "The cluster is not part of this version.");
    }

    private static <T> Setting<T> tls(Setting.Builder<T> builder)
    {
        return accepted(builder, "TLS is not part of this version.");
    }

    private static <T> Setting<T> accepted(Setting.Builder<T> builder, String reason)
    {
        return builder.withoutEffect(reason).hidden().documentedAs(reason);
    }

    private static <T> Setting<T> refused(Setting.Builder<T> builder, String reason)
    {
        return builder.unsupported(reason).hidden().documentedAs("");
    }
}

package io.kvns.server.config;

import static io.kvns.api.Setting.bool;
import static io.kvns.api.Setting.choice;
import static io.kvns.api.Setting.integer;
import static io.kvns.api.Setting.memory;
import static io.kvns.api.Setting.structured;
import static io.kvns.api.Setting.text;

import java.util.List;

/** Listeners, connections and requests. */
public final class NetworkSettings
        extends SettingSection
{
    private static final long MEGABYTE = 1L << 20;

    public final LiveLong port = number(integer("port", 6480)
            .between(0, 65535)
            .fixed()
            .documentedAs("The TCP port for clients. 0 means a free one, which the log names."));

    public final LiveValue<List<String>> bind = value(structured("bind", List.of("0.0.0.0"), new WordsForm("addresses"))
            .aliases("host")
            .environment("KVNS_HOST")
            .fixed()
            .documentedAs("The addresses to listen on. `*` means all of IPv4, `::*` all of IPv6; an address with `-` before it may be"
                    + " missing on this machine."));

    public final LiveValue<String> unixSocket = value(text("unixsocket", "")
            .fixed()
            .documentedAs("The path of a Unix socket to listen on too; empty for none."));

    public final LiveLong unixSocketPermissions = number(structured("unixsocketperm", 0L, new OctalForm())
            .fixed()
            .documentedAs("The permissions of the Unix socket; 0 leaves them to the umask."));

    public final LiveLong backlog = number(integer("tcp-backlog", 511)
            .between(0, Integer.MAX_VALUE)
            .fixed()
            .documentedAs("How many connections may wait to be accepted; the kernel's `somaxconn` bounds it."));

    public final LiveValue<String> transport = value(choice("transport", "auto", "auto", "epoll", "io_uring", "nio")
            .fixed()
            .documentedAs("How sockets are served. `auto` takes epoll where there is one, else nio."));

    public final LiveLong eventLoops = number(integer("event-loops", 0)
            .between(0, 1024)
            .fixed()
            .documentedAs("How many threads serve clients; 0 means one for each core."));

    public final LiveLong maxClients = number(integer("maxclients", 10_000)
            .aliases("max-clients")
            .between(1, 0xffff_ffffL)
            .environment("KVNS_MAX_CLIENTS")
            .documentedAs("How many clients may be connected; further ones get an error and are closed."));

    public final LiveLong idleSeconds = number(integer("timeout", 0)
            .between(0, Integer.MAX_VALUE)
            .documentedAs("After how many seconds without a request a client is closed; 0 = never."));

    public final LiveLong keepAliveSeconds = number(integer("tcp-keepalive", 300)
            .between(0, Integer.MAX_VALUE)
            .documentedAs("After how many seconds of silence TCP asks whether the client still lives; 0 = never."));

    public final LiveLong maxBulkBytes = number(memory("proto-max-bulk-len", 512 * MEGABYTE)
            .aliases("max-resp-bulk-len")
            .between(MEGABYTE, Long.MAX_VALUE)
            .environment("KVNS_MAX_RESP_BULK_LEN")
            .documentedAs("The most bytes of one argument, and of a string value."));

    public final LiveLong maxArguments = number(integer("max-resp-args", 1024 * 1024)
            .between(1, Integer.MAX_VALUE)
            .documentedAs("The most arguments of one request."));

    public final LiveLong maxInlineBytes = number(memory("max-resp-inline-len", 64 * 1024)
            .between(64, Integer.MAX_VALUE)
            .documentedAs("The most bytes of a request that is written as a plain line, and of a request's header lines."));

    public final LiveLong maxQueryBytes = number(memory("client-query-buffer-limit", 1024 * MEGABYTE)
            .between(MEGABYTE, Long.MAX_VALUE)
            .documentedAs("The most bytes of requests that are held for one client; a client with more is closed."));

    public final LiveValue<OutputBufferLimits> outputBufferLimits = value(structured(
            "client-output-buffer-limit", OutputBufferLimitsForm.DEFAULT, new OutputBufferLimitsForm())
            .documentedAs("The bytes of replies that may wait for a client of a class: a client above the hard limit is closed at once, one"
                    + " above the soft limit for some seconds too. 0 = no limit."));

    public final LiveValue<MemorySize> maxClientMemory = value(structured(
            "maxmemory-clients", new MemorySize(0, false), new MemorySizeForm())
            .withoutEffect("`client-query-buffer-limit` and `client-output-buffer-limit` bound each client.")
            .documentedAs("The most memory for the buffers of all clients, above which those with the largest buffers are closed; 0 = no"
                    + " limit."));

    NetworkSettings()
    {
        super("Network");
        value(text("bind-source-addr", "")
                .withoutEffect("The server opens no connections.")
                .documentedAs("The address from which connections are opened."));
        number(integer("socket-mark-id", 0)
                .between(0, 0xffff_ffffL)
                .fixed()
                .withoutEffect("Java cannot mark sockets.")
                .documentedAs("The mark of listening sockets."));
        number(integer("io-threads", 1)
                .between(1, 128)
                .fixed()
                .withoutEffect("Every event loop executes commands itself; see `event-loops`.")
                .documentedAs("Threads that read and write sockets."));
        flag(bool("io-threads-do-reads", false)
                .fixed()
                .withoutEffect("Every event loop executes commands itself; see `event-loops`.")
                .documentedAs("Whether such threads read too."));
        number(integer("tracking-table-max-keys", 1_000_000)
                .withoutEffect("Client-side caching is not part of this version.")
                .documentedAs("How many keys are remembered for client-side caching."));
    }
}

package io.kvns.server.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code /metrics} in Prometheus's text format, {@code /healthz} (is the process alive?) and {@code /readyz} (does it serve
 * clients?) in JSON with reasons; the status is 200 or 503.
 *
 * <p>It has two threads. {@link #start} does its work on one of them, so that the server's start does not wait for it; {@link #awaitStart}
 * tells whether it succeeded.
 */
public final class MetricsServer
{
    private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);
    private static final int THREADS = 2;
    private static final int OFF = -1;
    private static final int MOST_WAITING = 64;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;
    private static final String JSON = "application/json; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String INDEX = """
            kvns
            /metrics  metrics in Prometheus's text format
            /healthz  is the process alive?
            /readyz   does it serve clients?
            """;

    private final String host;
    private final int port;
    private final Supplier<CollectorRegistry> registrySource;
    private final HealthChecks health;
    private final Readiness readiness;
    private final ThreadPoolExecutor threads;
    private @Nullable HttpServer server;
    private @Nullable IOException failure;
    private boolean started;
    private @Nullable CollectorRegistry registry;

    /**
     * A server that does not listen yet.
     *
     * @param port 0 for a free one, -1 for none at all
     * @param registry makes the registry of all metrics, when it is first needed
     */
    MetricsServer(String host, int port, Supplier<CollectorRegistry> registry, HealthChecks health, Readiness readiness)
    {
        this.host = host;
        this.port = port;
        this.registrySource = registry;
        this.health = health;
        this.readiness = readiness;
        AtomicInteger last = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
            Thread thread = new Thread(task, "kvns-http-" + last.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Begins to listen, on a thread of its own. */
    public void start()
    {
        if (port == OFF) {
            finishStart(null, null);
            return;
        }
        threads.execute(this::listen);
    }

    private void listen()
    {
        // Slow or idle clients must not take both threads for ever.
        setDefault("sun.net.httpserver.maxReqTime", "10");
        setDefault("sun.net.httpserver.maxRspTime", "60");
        setDefault("jdk.httpserver.maxConnections", "64");
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress(host, port), 0);
            listening.setExecutor(threads);
            listening.createContext("/", exchange -> answer(exchange, () -> index(exchange)));
            listening.createContext("/metrics", exchange -> answer(exchange, () -> metrics(exchange)));
            listening.createContext("/healthz", exchange -> answer(exchange, () -> health(exchange)));
            listening.createContext("/readyz", exchange -> answer(exchange, () -> readiness(exchange)));
            listening.start();
            LOG.info("Metrics are at http://{}:{}/metrics", host, listening.getAddress().getPort());
            finishStart(listening, null);
        }
        catch (IOException | RuntimeException notListening) {
            finishStart(null, new IOException("cannot listen on " + host + " port " + port + " for metrics (metrics-port): "
                    + notListening.getMessage(), notListening));
        }
    }

    private static void setDefault(String property, String value)
    {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private synchronized void finishStart(@Nullable HttpServer listening, @Nullable IOException problem)
    {
        server = listening;
        failure = problem;
        started = true;
        notifyAll();
    }

    /**
     * Waits until {@link #start} has done its work.
     *
     * @throws IOException if the address is not to be had
     */
    public synchronized void awaitStart()
            throws IOException
    {
        try {
            while (!started) {
                wait();
            }
        }
        catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The port that it listens on, -1 if it does not. */
    public synchronized int port()
    {
        return server == null ? OFF : server.getAddress().getPort();
    }

    /** Listens no more and ends its threads. */
    public synchronized void stop()
    {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        threads.shutdownNow();
    }

    // ---- answers

    /** Writes an answer. */
    @FunctionalInterface
    private interface Answer
    {
        void write()
                throws IOException;
    }

    private static void answer(HttpExchange exchange, Answer answer)
            throws IOException
    {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (method.equals("GET") || method.equals("HEAD")) {
                answer.write();
            }
            else {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, METHOD_NOT_ALLOWED, TEXT, "method not allowed\n");
            }
        }
        catch (RuntimeException defect) {
            LOG.error("{} failed", exchange.getRequestURI(), defect);
        }
    }

    private static void index(HttpExchange exchange)
            throws IOException
    {
        boolean isIndex = exchange.getRequestURI().getPath().equals("/");
        send(exchange, isIndex ? OK : NOT_FOUND, TEXT, isIndex ? INDEX : "not found\n");
    }

    private void metrics(HttpExchange exchange)
            throws IOException
    {
        if (!isExactly(exchange, "/metrics")) {
            return;
        }
        boolean zipped = exchange.getRequestHeaders().getOrDefault("Accept-Encoding", List.of()).stream()
                .anyMatch(encodings -> encodings.toLowerCase(Locale.ROOT).contains("gzip"));
        exchange.getResponseHeaders().set("Content-Type", TextFormat.CONTENT_TYPE_004);
        if (zipped) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(OK, -1);
            return;
        }
        CollectorRegistry metrics = registry();
        exchange.sendResponseHeaders(OK, 0);
        OutputStream body = exchange.getResponseBody();
        try (Writer writer = new OutputStreamWriter(zipped ? new GZIPOutputStream(body) : body, StandardCharsets.UTF_8)) {
            TextFormat.write004(writer, metrics.metricFamilySamples());
        }
    }

    private synchronized CollectorRegistry registry()
    {
        CollectorRegistry existing = registry;
        if (existing == null) {
            existing = registrySource.get();
            registry = existing;
        }
        return existing;
    }

    private void health(HttpExchange exchange)
            throws IOException
    {
        if (isExactly(exchange, "/healthz")) {
            sendStatus(exchange, "ok", "failing", health.problems());
        }
    }

    private void readiness(HttpExchange exchange)
            throws IOException
    {
        if (isExactly(exchange, "/readyz")) {
            sendStatus(exchange, "ready", "not ready", readiness.obstacle().map(List::of).orElse(List.of()));
        }
    }

    /** Contexts of the server match by prefix; what is longer is not found. */
    private static boolean isExactly(HttpExchange exchange, String path)
            throws IOException
    {
        if (exchange.getRequestURI().getPath().equals(path)) {
            return true;
        }
        send(exchange, NOT_FOUND, TEXT, "not found\n");
        return false;
    }

    private static void sendStatus(HttpExchange exchange, String good, String bad, List<String> problems)
            throws IOException
    {
        StringBuilder body = new StringBuilder("{\"status\":\"").append(problems.isEmpty() ? good : bad).append("\",\"reasons\":[");
        for (int index = 0; index < problems.size(); index++) {
            body.append(index == 0 ? "\"" : ",\"").append(escaped(problems.get(index))).append('"');
        }
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        send(exchange, problems.isEmpty() ? OK : UNAVAILABLE, JSON, body.append("]}\n").toString());
    }

    private static String escaped(String text)
    {
        StringBuilder escaped = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '"' || character == '\\') {
                escaped.append('\\').append(character);
            }
            else {
                escaped.append(character < ' ' ? ' ' : character);
            }
        }
        return escaped.toString();
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException
    {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean withoutBody = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, withoutBody ? -1 : body.length);
        if (!withoutBody) {
            exchange.getResponseBody().write(body);
        }
    }
}

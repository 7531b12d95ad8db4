package io.kvns.server.clients;

/** The line of a client in {@code CLIENT LIST}: its fields in the order and under the names of the reference. */
final class ClientLine
{
    private static final long MILLIS_PER_SECOND = 1000;

    private final StringBuilder line = new StringBuilder(320);

    private ClientLine()
    {
    }

    static String of(Session session, long nowMillis)
    {
        ClientBuffers buffers = session.buffers();
        ClientLine fields = new ClientLine();
        fields.add("id", session.id());
        fields.add("addr", session.address());
        fields.add("laddr", session.localAddress());
        fields.add("fd", session.socketNumber());
        fields.add("name", session.name());
        fields.add("age", secondsSince(session.connectedMillis(), nowMillis));
        fields.add("idle", secondsSince(session.lastRequestMillis(), nowMillis));
        fields.add("flags", session.flags());
        fields.add("db", session.database());
        // Nobody can subscribe to anything in this version.
        fields.add("sub", 0);
        fields.add("psub", 0);
        fields.add("ssub", 0);
        fields.add("multi", session.transactionLength());
        fields.add("qbuf", buffers.inputBytes());
        fields.add("qbuf-free", buffers.freeInputBytes());
        fields.add("argv-mem", buffers.argumentBytes());
        fields.add("multi-mem", 0);
        fields.add("rbs", buffers.replyBytes());
        fields.add("rbp", buffers.replyBytes());
        fields.add("obl", buffers.replyBytes());
        fields.add("oll", buffers.waitingReplies());
        fields.add("omem", buffers.waitingBytes());
        fields.add("tot-mem", buffers.totalBytes());
        fields.add("events", buffers.waitingReplies() > 0 ? "rw" : "r");
        fields.add("cmd", session.lastCommand().isEmpty() ? "NULL" : session.lastCommand());
        fields.add("user", session.user());
        // Nor can invalidations be redirected.
        fields.add("redir", -1);
        fields.add("resp", session.isResp3() ? 3 : 2);
        fields.add("lib-name", session.libraryName());
        fields.add("lib-ver", session.libraryVersion());
        return fields.line.toString();
    }

    private static long secondsSince(long millis, long nowMillis)
    {
        return Math.max(0, (nowMillis - millis) / MILLIS_PER_SECOND);
    }

    private void add(String name, long value)
    {
        begin(name).append(value);
    }

    private void add(String name, String value)
    {
        begin(name).append(value);
    }

    private StringBuilder begin(String name)
    {
        if (!line.isEmpty()) {
            line.append(' ');
        }
        return line.append(name).append('=');
    }
}

package io.kvns.server.information;

import io.kvns.api.Clock;
import io.kvns.api.admin.ReplicationState;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Which server this is, and since when. */
public final class ServerIdentity
        implements ReplicationState
{
    private static final int ID_BYTES = 20;

    private final String runId = newId();
    private final String replicationId = newId();
    private final long startedMillis;

    /** A server that starts now. */
    public ServerIdentity(Clock clock)
    {
        this.startedMillis = clock.millis();
    }

    private static String newId()
    {
        byte[] random = new byte[ID_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Forty hexadecimal digits that name this run of the server. */
    public String runId()
    {
        return runId;
    }

    /** When it started, in milliseconds since 1970. */
    public long startedMillis()
    {
        return startedMillis;
    }

    @Override
    public String replicationId()
    {
        return replicationId;
    }

    /** Nobody can follow this server yet, so that its stream to replicas is empty. */
    @Override
    public long offset()
    {
        return 0;
    }
}

package io.kvns.server.information;

import io.kvns.server.clients.Clients;
import io.kvns.server.clients.Session;
import io.kvns.server.dispatch.ParkedClients;

/** The figures of the clients that are connected. */
final class ConnectedClients
        implements ClientFigures
{
    private final Clients clients;
    private final ParkedClients parked;

    ConnectedClients(Clients clients, ParkedClients parked)
    {
        this.clients = clients;
        this.parked = parked;
    }

    @Override
    public int connected()
    {
        return clients.count();
    }

    @Override
    public int blocked()
    {
        return parked.count();
    }

    @Override
    public int blockedWithTimeout()
    {
        return parked.countWithTimeout();
    }

    @Override
    public int awaitedKeys()
    {
        return parked.awaitedKeyCount();
    }

    @Override
    public long largestInputBytes()
    {
        long largest = 0;
        for (Session session : clients.all()) {
            largest = Math.max(largest, session.buffers().inputBytes());
        }
        return largest;
    }

    @Override
    public long largestOutputBytes()
    {
        long largest = 0;
        for (Session session : clients.all()) {
            largest = Math.max(largest, session.buffers().waitingBytes());
        }
        return largest;
    }

    @Override
    public long bufferBytes()
    {
        long sum = 0;
        for (Session session : clients.all()) {
            sum += session.buffers().totalBytes();
        }
        return sum;
    }
}

package io.kvns.server.network;

import io.kvns.server.clients.Clients;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;

/** Numbers clients in the order in which they are accepted, before they are spread over the loops. */
@Sharable
final class ClientNumbers
        extends ChannelInboundHandlerAdapter
{
    private static final AttributeKey<Long> NUMBER = AttributeKey.valueOf(ClientNumbers.class, "number");

    private final Clients clients;

    ClientNumbers(Clients clients)
    {
        this.clients = clients;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted)
    {
        ((Channel) accepted).attr(NUMBER).set(clients.nextId());
        context.fireChannelRead(accepted);
    }

    /** The number of an accepted client. */
    static long of(Channel channel)
    {
        return channel.attr(NUMBER).get();
    }
}

package io.kvns.cli.session;

import io.kvns.cli.protocol.Reply;

/** Is told of RESP3 pushes that arrive between replies. */
public interface PushListener
{
    /** A push has arrived. */
    void pushed(Reply push);
}

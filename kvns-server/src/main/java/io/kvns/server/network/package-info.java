/** Sockets: listeners, event loops, the framing of requests, and the way out for replies. The only package that knows Netty. */
@NullMarked
package io.kvns.server.network;

import org.jspecify.annotations.NullMarked;

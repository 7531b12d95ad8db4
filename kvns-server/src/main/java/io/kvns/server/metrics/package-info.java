/** The server's metrics, health and readiness over HTTP. */
@NullMarked
package io.kvns.server.metrics;

import org.jspecify.annotations.NullMarked;

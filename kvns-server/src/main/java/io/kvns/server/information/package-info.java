/** What the server tells of itself: the sections of {@code INFO}, and the figures on memory, the process and clients behind them. */
@NullMarked
package io.kvns.server.information;

import org.jspecify.annotations.NullMarked;

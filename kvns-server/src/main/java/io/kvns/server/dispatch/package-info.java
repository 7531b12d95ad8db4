/** From a framed request to its reply: the command table, the keys and their locks, the execution, its effects, and clients that wait. */
@NullMarked
package io.kvns.server.dispatch;

import org.jspecify.annotations.NullMarked;

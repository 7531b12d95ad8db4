/** The connection family: who a client is, and what the server does with connections. */
@NullMarked
package io.kvns.commands.connection;

import org.jspecify.annotations.NullMarked;

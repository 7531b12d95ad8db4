/** The server family: what the server is, has and does, and how it ends. */
@NullMarked
package io.kvns.commands.server;

import org.jspecify.annotations.NullMarked;

/** A conversation with a server: connecting and greeting, sending commands, and knowing what they do to the connection. */
package io.kvns.cli.session;

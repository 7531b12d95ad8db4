/** The server's settings: declared as rows, read from file, environment and flags, changed by {@code CONFIG SET}. */
package io.kvns.server.config;

/** The server's assembly and its main class. */
package io.kvns.server;

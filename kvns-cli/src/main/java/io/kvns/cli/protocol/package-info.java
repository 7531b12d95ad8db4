/** RESP2 and RESP3 over a socket, from the client's side; everything that is received is bounded before it is held. */
package io.kvns.cli.protocol;

/** The process around the command-line tools: its streams, terminals, arguments as bytes, time, and signals. */
package io.kvns.cli.process;

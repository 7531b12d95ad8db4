/** The command line client: one-shot commands and a REPL. */
package io.kvns.cli;

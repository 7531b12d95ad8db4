/** The interactive mode, on jline: history, completion, hints, live views, and questions before dangerous commands. */
package io.kvns.cli.repl;

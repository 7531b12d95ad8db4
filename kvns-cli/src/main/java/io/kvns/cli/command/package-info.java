/** Sending the user's commands and printing their replies: one from the command line, or many from standard input. */
package io.kvns.cli.command;

/** The command line of kvns-cli: its options, read by hand because reading them must not take time. */
package io.kvns.cli.options;

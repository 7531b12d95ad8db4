/** Turns replies into text: typed for people, raw for scripts, CSV and JSON; byte for byte as redis-cli does. */
package io.kvns.cli.output;

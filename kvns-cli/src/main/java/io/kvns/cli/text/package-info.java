/** Bytes and words: building output, quoting, splitting a line into arguments. */
package io.kvns.cli.text;

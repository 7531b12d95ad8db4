/** The families keys, strings, bitmaps and HyperLogLog. */
package io.kvns.commands.strings;

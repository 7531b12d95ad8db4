/** The bitmap family: strings seen as arrays of bits, the first bit being the highest of the first byte. */
@NullMarked
package io.kvns.commands.bitmaps;

import org.jspecify.annotations.NullMarked;

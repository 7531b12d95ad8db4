/** The keys family: commands on keys of any type, and on whole databases. */
@NullMarked
package io.kvns.commands.keys;

import org.jspecify.annotations.NullMarked;

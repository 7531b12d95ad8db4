/** Narrow views of the server's inside, for the administrative command families only. */
@NullMarked
package io.kvns.api.admin;

import org.jspecify.annotations.NullMarked;

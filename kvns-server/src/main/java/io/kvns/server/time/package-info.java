@NullMarked
package io.kvns.server.time;

import org.jspecify.annotations.NullMarked;

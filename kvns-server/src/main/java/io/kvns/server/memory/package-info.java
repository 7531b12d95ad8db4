@NullMarked
package io.kvns.server.memory;

import org.jspecify.annotations.NullMarked;

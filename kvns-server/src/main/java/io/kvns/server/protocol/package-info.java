@NullMarked
package io.kvns.server.protocol;

import org.jspecify.annotations.NullMarked;

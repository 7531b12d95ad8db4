@NullMarked
package io.kvns.server.clients;

import org.jspecify.annotations.NullMarked;

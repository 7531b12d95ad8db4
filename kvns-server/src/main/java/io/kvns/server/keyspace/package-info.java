/** The keyspace as commands see it: the API's views and editors over the store. */
@NullMarked
package io.kvns.server.keyspace;

import org.jspecify.annotations.NullMarked;

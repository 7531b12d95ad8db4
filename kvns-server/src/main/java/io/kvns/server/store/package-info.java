/**
 * The store: shards, their key tables and records, namespaces' accounts, expiry, and the checker.
 *
 * <p>Layouts ({@code ...Layout}) say where fields are, accessors ({@code ...Access}) read and write them, algorithms do no arithmetic on
 * addresses of their own. {@code docs/store.md} draws them.
 */
@NullMarked
package io.kvns.server.store;

import org.jspecify.annotations.NullMarked;

/** What a plugin compiles against. */
package io.kvns.api;

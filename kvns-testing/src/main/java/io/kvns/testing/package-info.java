/** What tests of commands use: ours and a plugin author's. */
package io.kvns.testing;

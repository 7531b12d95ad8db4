/** The log: Logback, configured in code. */
package io.kvns.server.log;

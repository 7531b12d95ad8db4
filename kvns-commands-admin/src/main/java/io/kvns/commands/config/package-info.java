/** {@code CONFIG}: settings at run time. */
package io.kvns.commands.config;

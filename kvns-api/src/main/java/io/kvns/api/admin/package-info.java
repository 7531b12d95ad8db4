/** Narrow views of the server's inside, for the administrative command families only. */
package io.kvns.api.admin;

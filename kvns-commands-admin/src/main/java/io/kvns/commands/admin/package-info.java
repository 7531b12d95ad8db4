/** The families that need the server's inside, through io.kvns.api.admin. */
package io.kvns.commands.admin;

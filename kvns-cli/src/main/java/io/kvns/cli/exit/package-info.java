/** How a run of the command-line tools ends: exit codes, and the failure that carries one. */
package io.kvns.cli.exit;

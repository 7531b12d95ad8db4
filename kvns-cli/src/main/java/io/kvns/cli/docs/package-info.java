/** What the connected server says about its commands: help, hints and completion come from it. */
package io.kvns.cli.docs;

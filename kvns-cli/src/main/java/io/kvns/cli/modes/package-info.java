/** What kvns-cli does besides sending commands: scanning, sampling, measuring, bulk loading. */
package io.kvns.cli.modes;

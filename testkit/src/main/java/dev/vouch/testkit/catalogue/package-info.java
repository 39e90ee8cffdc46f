/** What no client and no producer should send, as data files with the expected answer per row, and what it takes to send it. */
package dev.vouch.testkit.catalogue;

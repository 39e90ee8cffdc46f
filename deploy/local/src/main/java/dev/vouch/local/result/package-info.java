/** How one run tells a person what happens and what came of it: progress on the console, a table, a JSON file. It decides nothing. */
package dev.vouch.local.result;

/** Reads delimited files and JSON Lines row by row, and turns each row into an observation as its mapping says. */
package dev.vouch.discovery.intake.file;

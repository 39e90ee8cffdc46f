/**
 * Who is worth the budget. Reads the scored candidates of a campaign and decides the proposal; a person pins, excludes and
 * approves. Publishes {@code shortlist.proposed} and {@code shortlist.approved}.
 */
package dev.vouch.scoring.shortlist;

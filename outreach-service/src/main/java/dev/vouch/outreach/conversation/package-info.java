/**
 * What was said, in order, on every channel. Reads the mailbox and vouch.outreach.reply-submissions, finds the contact that a
 * message answers and what it means; the contact itself publishes what follows from it.
 */
package dev.vouch.outreach.conversation;

/**
 * One aggregate, one document: {@code _id}, {@code version} (counts commits), {@code eventSequence} (counts its events),
 * {@code state}, {@code outbox}, {@code seen}. One conditional write holds the new state and its events (rule 1).
 */
package dev.vouch.chassis.aggregate;

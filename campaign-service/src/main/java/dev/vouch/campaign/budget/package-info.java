/**
 * One document per campaign; no cent is promised twice.
 *
 * <p>Decides: whether a fee can still be promised. Reads: nothing. Publishes: {@code budget.reserved}, {@code
 * budget.released}.
 */
package dev.vouch.campaign.budget;

/**
 * What both sides agreed.
 *
 * <p>Decides: what may be offered, and when an agreement is binding. Reads: {@code influencer.accepted}, {@code
 * influencer.declined}, {@code contact.bounced}, {@code contact.opted-out}. Publishes: {@code influencer.assigned}, {@code
 * collaboration.ended}.
 */
package dev.vouch.campaign.collaboration;

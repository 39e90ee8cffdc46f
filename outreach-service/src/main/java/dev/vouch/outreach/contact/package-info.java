/**
 * The ledger: one planned message to one person, sent at most once. Reads vouch.scoring.shortlist and vouch.campaign.campaign,
 * publishes vouch.outreach.contact.
 */
package dev.vouch.outreach.contact;

/**
 * The campaign from draft to completed.
 *
 * <p>Decides: what may be launched, and in which state a campaign is. Reads: {@code shortlist.proposed}, {@code
 * shortlist.approved} (state and fee ceilings). Publishes: {@code campaign.launched}, {@code campaign.completed}, {@code
 * campaign.cancelled}.
 */
package dev.vouch.campaign.planning;

/**
 * Step 2: everybody who matches a launched campaign's brief, why, and why others do not.
 *
 * <p>Reads {@code vouch.campaign.campaign} and {@code vouch.discovery.influencer}, publishes {@code vouch.discovery.longlist}.
 */
package dev.vouch.discovery.longlist;

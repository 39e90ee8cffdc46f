/**
 * Every known account with its history: whose observation it is, which value stands, what the posts say.
 *
 * <p>Decides identity and merging. Reads {@code vouch.discovery.profile-submissions}, publishes
 * {@code vouch.discovery.influencer}.
 */
package dev.vouch.discovery.profile;

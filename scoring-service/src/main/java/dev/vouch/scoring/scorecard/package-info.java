/** What is true of an influencer whatever the campaign. Reads {@code influencer.updated}, publishes {@code influencer.scored}. */
package dev.vouch.scoring.scorecard;

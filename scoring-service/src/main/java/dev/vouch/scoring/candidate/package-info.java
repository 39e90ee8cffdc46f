/**
 * How well one influencer serves one campaign. Reads campaigns, longlists and scorecards, fetches the texts of candidates from
 * discovery, and decides the score: points with reasons. Publishes {@code influencer.shortlisted} and
 * {@code influencer.unshortlisted} once a shortlist was approved. An erased person's candidates become tombstones.
 */
package dev.vouch.scoring.candidate;

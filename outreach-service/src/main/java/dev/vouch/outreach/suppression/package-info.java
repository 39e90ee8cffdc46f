/**
 * Who must not be written to, or not yet. Keeps one guard per influencer and one per address, under keyed hashes that survive
 * the person's erasure; publishes nothing itself.
 */
package dev.vouch.outreach.suppression;

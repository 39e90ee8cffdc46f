/** Tiers, histograms and cells. */
package dev.vouch.scoring.benchmark.domain;

/** The scorecard and its hints. */
package dev.vouch.scoring.scorecard.domain;

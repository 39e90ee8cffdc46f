/** Who stands behind an account and whether its audience reads: evidence, never an accusation. */
package dev.vouch.scoring.authenticity.domain;

/** Brief, weights, parts and the score that is exactly their sum. */
package dev.vouch.scoring.candidate.domain;

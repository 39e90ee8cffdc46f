/** The choice under a budget and what people decide about it. */
package dev.vouch.scoring.shortlist.domain;

/** The rules of {@code suppression}: plain Java that decides. */
package dev.vouch.outreach.suppression.domain;

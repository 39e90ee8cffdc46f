/** The rules of {@code contact}: plain Java that decides. */
package dev.vouch.outreach.contact.domain;

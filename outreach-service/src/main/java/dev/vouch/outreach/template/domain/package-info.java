/** The rules of {@code template}: plain Java that decides. */
package dev.vouch.outreach.template.domain;

/** The rules of {@code conversation}: plain Java that decides. */
package dev.vouch.outreach.conversation.domain;

package dev.vouch.discovery.profile.domain;

import java.time.Instant;

/** Whose identity it is, and when that was last seen. */
public record Claim(Identity identity, String influencerId, Instant seenAt) {}

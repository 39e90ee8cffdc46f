package dev.vouch.discovery.longlist.domain;

import java.time.Instant;

/** That we heard of an influencer, and how new it was. */
public record Sighting(Instant observedAt) {}

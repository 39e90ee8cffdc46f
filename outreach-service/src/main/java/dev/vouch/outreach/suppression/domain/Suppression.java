package dev.vouch.outreach.suppression.domain;

import java.time.Instant;

/** Why a person must not be written to any more, who said so and when. */
public record Suppression(String reason, String by, Instant at) {}

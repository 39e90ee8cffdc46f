package dev.vouch.discovery.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The figures of one account by one source at one time. Late ones go to their place in time. */
public record Snapshot(
        String influencerId,
        String source,
        Instant observedAt,
        @Nullable Long followers,
        @Nullable Long following,
        @Nullable Long posts) {}

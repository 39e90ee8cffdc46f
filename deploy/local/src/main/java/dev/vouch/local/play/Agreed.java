package dev.vouch.local.play;

import java.time.Instant;

/** A collaboration that is binding, as the campaign's list of collaborations shows it. */
record Agreed(String collaborationId, String influencerId, long followers, long feeMinorUnits, Instant agreedAt) {}

package dev.vouch.chassis.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One observation's fate.
 *
 * @param eventId of the CloudEvent that carried it
 * @param batch the import job it was a row of; null for a single one
 * @param subject what it was about, once known: an influencer, a contact, a campaign
 */
public record Submission(
        String eventId, @Nullable String batch, @Nullable String subject, Outcome outcome, Instant at) {}

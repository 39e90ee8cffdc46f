package dev.vouch.chassis.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents attributes of one event.
 *
 * @param subject what changed; of an observation the source's own name for it, possibly empty
 * @param sequence counts the events of the subject from 1; 0 for observations, which have none
 * @param correlationId the id of the request or event with which the story began
 * @param causationId the id of the event that led to this one
 */
public record Envelope(
        String id,
        String source,
        String type,
        String subject,
        long sequence,
        Instant time,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {}

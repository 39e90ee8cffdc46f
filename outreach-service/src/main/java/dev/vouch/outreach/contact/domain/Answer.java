package dev.vouch.outreach.contact.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that came in for this contact; its text lies in the conversation.
 *
 * @param id the incoming message's id; the same mail told twice is one answer
 * @param meaning as far as it is certain; OTHER while a person has yet to say
 */
public record Answer(
        String id,
        Instant receivedAt,
        Meaning meaning,
        @Nullable Long askedFeeMinorUnits,
        @Nullable String currency) {}

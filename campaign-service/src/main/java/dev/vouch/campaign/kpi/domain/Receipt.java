package dev.vouch.campaign.kpi.domain;

import org.jspecify.annotations.Nullable;

/**
 * What somebody was told about an observation that they handed in by a request.
 *
 * @param outcome null while it is being taken in, or when it was refused and may be tried again
 */
public record Receipt(String eventId, @Nullable String outcome) {

    /** The first outcome stands. */
    public Receipt saying(String first) {
        return outcome == null ? new Receipt(eventId, first) : this;
    }
}

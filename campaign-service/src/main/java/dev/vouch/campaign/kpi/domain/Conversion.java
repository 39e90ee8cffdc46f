package dev.vouch.campaign.kpi.domain;

import dev.vouch.campaign.budget.domain.Money;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that was bought. The same conversion told again replaces what was told if it is newer.
 *
 * @param influencerId null when nobody can be named as its cause
 */
public record Conversion(
        String campaignId, @Nullable String influencerId, Money revenue, Instant occurredAt, String eventId) {

    private static final Comparator<Conversion> AGE =
            Comparator.comparing(Conversion::occurredAt).thenComparing(Conversion::eventId);

    public Conversion merged(@Nullable Conversion other) {
        return other == null || AGE.compare(this, other) >= 0 ? this : other;
    }
}

package dev.vouch.discovery.profile.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Observations merge commutatively: for each field the greatest stamp wins, and what an observation does not say it does not
 * take away. Any order and any repetition of the same observations ends in the same state.
 */
final class MergePolicy {

    private final @Nullable Provenance before;
    private final Stamp incoming;
    private final Map<String, Stamp> stamps = new HashMap<>();

    MergePolicy(@Nullable Provenance before, Stamp incoming) {
        this.before = before;
        this.incoming = incoming;
    }

    /** The value that stands from now on. */
    <V> @Nullable V pick(String field, @Nullable V stored, @Nullable V observed) {
        var storedStamp = before == null || stored == null ? null : before.of(field);
        if (observed != null && (storedStamp == null || incoming.compareTo(storedStamp) > 0)) {
            stamps.put(field, incoming);
            return observed;
        }
        if (storedStamp != null) {
            stamps.put(field, storedStamp);
        }
        return stored;
    }

    /** An empty list says as little as a missing one. */
    <V> List<V> pickList(String field, List<V> stored, List<V> observed) {
        var picked = pick(field, stored.isEmpty() ? null : stored, observed.isEmpty() ? null : observed);
        return picked == null ? List.of() : picked;
    }

    Provenance provenance() {
        var newest = before != null && before.newest().compareTo(incoming) > 0 ? before.newest() : incoming;
        return Provenance.of(newest, stamps);
    }
}

package dev.vouch.discovery.profile.domain;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which observation each value of a document comes from. Most come from the newest one, so only the others are named.
 *
 * @param older by field
 */
public record Provenance(Stamp newest, Map<String, Stamp> older) {

    public Provenance {
        older = Map.copyOf(older);
    }

    public Stamp of(String field) {
        return Objects.requireNonNull(older.getOrDefault(field, newest));
    }

    /** In the order of names, so that the same provenance is stored in the same bytes. */
    static Provenance of(Stamp newest, Map<String, Stamp> fields) {
        var older = new TreeMap<>(fields);
        older.values().removeIf(newest::equals);
        return new Provenance(newest, older);
    }
}

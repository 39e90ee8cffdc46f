package dev.vouch.outreach.contact.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An approved shortlist, whole, with the people that the one before named and this one does not: they are part of the work.
 *
 * @param done how many items are worked off, from the first on
 * @param open whether anything is left
 */
public record ContactPlan(int revision, List<Item> items, int done, boolean open) {

    /** @param named false for people whom only an older plan named */
    public record Item(String influencerId, boolean named) {}

    public ContactPlan {
        items = List.copyOf(items);
    }

    public static ContactPlan of(@Nullable ContactPlan before, int revision, List<String> influencerIds) {
        if (before != null && revision <= before.revision()) {
            return before;
        }
        var items = new ArrayList<Item>();
        Set<String> named = new LinkedHashSet<>(influencerIds);
        named.forEach(id -> items.add(new Item(id, true)));
        if (before != null) {
            before.items().stream()
                    .map(Item::influencerId)
                    .filter(id -> !named.contains(id))
                    .forEach(id -> items.add(new Item(id, false)));
        }
        return new ContactPlan(revision, items, 0, true);
    }

    public ContactPlan worked(int upTo) {
        return new ContactPlan(revision, items, upTo, upTo < items.size());
    }
}

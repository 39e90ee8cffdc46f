package dev.vouch.system.fault.invariant;

import dev.vouch.system.fault.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Something that is true of every installation at rest, whatever happened to it. */
public interface Invariant {

    /** All thirteen, in the order of their numbers. */
    List<Invariant> ALL = List.of(
            new NothingAcknowledgedIsLost(),
            new NoEventIsLost(),
            new NoEffectTwice(),
            new NoPersonTwice(),
            new BudgetHolds(),
            new ReadModelsFollowTheLog(),
            new SameIdSameBytes(),
            new SuppressionHolds(),
            new OnlyLegalChanges(),
            new CountingCloses(),
            new EverythingDrains(),
            new UnknownIsCounted(),
            new AuditIsComplete());

    /** {@code I1} to {@code I13}. */
    String id();

    Finding check(Evidence evidence);

    /** @param detail the first breaches, or what was looked at */
    record Finding(String id, boolean holds, String detail) {

        private static final int SHOWN = 5;

        static Finding of(Invariant invariant, List<String> breaches, String lookedAt) {
            if (breaches.isEmpty()) {
                return new Finding(invariant.id(), true, lookedAt);
            }
            var shown = new ArrayList<>(breaches.subList(0, Math.min(SHOWN, breaches.size())));
            if (breaches.size() > SHOWN) {
                shown.add("and " + (breaches.size() - SHOWN) + " more");
            }
            return new Finding(invariant.id(), false, String.join("; ", shown));
        }
    }
}

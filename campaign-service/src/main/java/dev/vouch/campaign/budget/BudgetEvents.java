package dev.vouch.campaign.budget;

import dev.vouch.campaign.budget.domain.Budget;
import dev.vouch.campaign.budget.domain.Reservation;
import dev.vouch.contract.Event;
import dev.vouch.contract.campaign.BudgetReleasedV1;
import dev.vouch.contract.campaign.BudgetReservedV1;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class BudgetEvents {

    private BudgetEvents() {}

    /** What was reserved or released between the two; a refusal and a tombstone move no money and say nothing. */
    static List<Event> moved(@Nullable Budget before, Budget after) {
        return after.reservations().stream()
                .flatMap(now -> moved(statusBefore(before, now.id()), now, after))
                .toList();
    }

    private static Stream<Event> moved(Optional<Reservation.Status> before, Reservation now, Budget after) {
        if (before.isEmpty() && now.status() == Reservation.Status.RESERVED) {
            return Stream.of(reserved(now, after));
        }
        if (before.filter(status -> status == Reservation.Status.RESERVED).isPresent()
                && now.status() == Reservation.Status.RELEASED) {
            return Stream.of(released(now, after));
        }
        return Stream.empty();
    }

    private static Optional<Reservation.Status> statusBefore(@Nullable Budget before, String id) {
        return before == null ? Optional.empty() : before.reservation(id).map(Reservation::status);
    }

    private static Event reserved(Reservation reservation, Budget budget) {
        return new BudgetReservedV1(
                budget.campaignId(),
                reservation.id(),
                reservation.collaborationId(),
                reservation.amountMinorUnits(),
                budget.amount().currency(),
                budget.reserved().minorUnits(),
                budget.amount().minorUnits());
    }

    private static Event released(Reservation reservation, Budget budget) {
        return new BudgetReleasedV1(
                budget.campaignId(),
                reservation.id(),
                reservation.collaborationId(),
                reservation.amountMinorUnits(),
                budget.amount().currency(),
                budget.reserved().minorUnits(),
                budget.amount().minorUnits());
    }
}

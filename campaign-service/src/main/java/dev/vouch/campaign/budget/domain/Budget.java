package dev.vouch.campaign.budget.domain;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one campaign may spend and has promised. The document that holds it is the only place where money is given, so
 * that no cent is promised twice.
 *
 * @param campaignVersion the version of the campaign whose amount this is; an amount of an older version comes too late
 */
public record Budget(String campaignId, long campaignVersion, Money amount, List<Reservation> reservations) {

    public Budget {
        reservations = List.copyOf(reservations);
    }

    public static Budget opened(String campaignId, long campaignVersion, Money amount) {
        return new Budget(campaignId, campaignVersion, amount, List.of());
    }

    /** Takes the amount of a newer draft; a draft has no reservations yet. */
    public Budget amended(long version, Money newAmount) {
        return version <= campaignVersion ? this : new Budget(campaignId, version, newAmount, reservations);
    }

    public Money reserved() {
        return new Money(
                reservations.stream()
                        .filter(Reservation::counts)
                        .mapToLong(Reservation::amountMinorUnits)
                        .reduce(0, Math::addExact),
                amount.currency());
    }

    public Money available() {
        return amount.minus(reserved());
    }

    public Optional<Reservation> reservation(String id) {
        return reservations.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Decides the id once and for all; the answer is in {@link #answerTo}. What cannot be afforded is kept as refused, so
     * that a second hand working on the same reservation cannot be told the opposite.
     */
    public Budget reserve(String id, String collaborationId, Money fee) {
        if (reservation(id).isPresent()) {
            return this;
        }
        var affordable = fee.currency().equals(amount.currency()) && !fee.isMoreThan(available());
        var status = affordable ? Reservation.Status.RESERVED : Reservation.Status.REFUSED;
        return and(new Reservation(id, collaborationId, fee.minorUnits(), status));
    }

    /** Whether the fee is promised under this id, with the reason if it is not. */
    public Decision<Budget> answerTo(String id, Money fee) {
        return reservation(id)
                .map(each -> Decision.unless(objections(each, fee), () -> this))
                .orElseGet(() -> Decision.refused(Reason.of("budget.not-reserved", "reservation", id)));
    }

    /** Gives the money back. An id that was never reserved gets its tombstone too: its reservation may still be on the way. */
    public Budget release(String id, String collaborationId) {
        var known = reservation(id);
        if (known.isEmpty()) {
            return and(new Reservation(id, collaborationId, 0, Reservation.Status.RELEASED));
        }
        return known.get().counts() ? withReleased(id) : this;
    }

    private List<Reason> objections(Reservation reservation, Money fee) {
        return switch (reservation.status()) {
            case RESERVED -> List.of();
            case RELEASED -> List.of(Reason.of("budget.reservation-released", "reservation", reservation.id()));
            case REFUSED ->
                List.of(
                        fee.currency().equals(amount.currency())
                                ? exceededBy(fee)
                                : Reason.of("budget.other-currency", "fee", fee, "currency", amount.currency()));
        };
    }

    private Reason exceededBy(Money fee) {
        return Reason.of(
                "budget.exceeded",
                "feeMinorUnits",
                fee.minorUnits(),
                "availableMinorUnits",
                available().minorUnits(),
                "budgetMinorUnits",
                amount.minorUnits(),
                "currency",
                amount.currency());
    }

    private Budget and(Reservation added) {
        var all = new ArrayList<>(reservations);
        all.add(added);
        return new Budget(campaignId, campaignVersion, amount, all);
    }

    private Budget withReleased(String id) {
        return new Budget(
                campaignId,
                campaignVersion,
                amount,
                reservations.stream()
                        .map(each -> each.id().equals(id)
                                ? new Reservation(
                                        id,
                                        each.collaborationId(),
                                        each.amountMinorUnits(),
                                        Reservation.Status.RELEASED)
                                : each)
                        .toList());
    }
}

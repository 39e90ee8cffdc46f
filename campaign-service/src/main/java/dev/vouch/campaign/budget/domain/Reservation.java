package dev.vouch.campaign.budget.domain;

/**
 * Money promised, or once promised, to one collaboration. An id is decided once: what was refused or released stays as a
 * tombstone, so that whoever comes late with the same id meets the same answer.
 *
 * @param id the collaboration and the version of the offer that was accepted
 */
public record Reservation(String id, String collaborationId, long amountMinorUnits, Status status) {

    public enum Status {
        RESERVED,
        RELEASED,
        REFUSED
    }

    boolean counts() {
        return status == Status.RESERVED;
    }
}

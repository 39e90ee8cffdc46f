package dev.vouch.outreach.contact.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has to be there before a message may leave.
 *
 * @param waitingSince since when discovery's card or the campaign's words are missing; null once they are there
 */
public record Preparation(
        Stage stage,
        @Nullable Recipient recipient,
        ContactBasis basis,
        @Nullable Wording wording,
        @Nullable Approval approval,
        @Nullable Instant waitingSince) {

    /** What is to be done next; stored so that a sweep finds it by an index. */
    public enum Stage {
        TO_PREPARE,
        TO_APPROVE,
        APPROVED
    }

    public static Preparation waiting(Instant since) {
        return new Preparation(Stage.TO_PREPARE, null, ContactBasis.NONE, null, null, since);
    }

    public Preparation prepared(Recipient found, Wording words) {
        return new Preparation(Stage.TO_APPROVE, found, basis, words, null, null);
    }

    public Preparation based(ContactBasis on) {
        return new Preparation(stage, recipient, on, wording, approval, waitingSince);
    }

    public Preparation approved(Approval given) {
        return new Preparation(Stage.APPROVED, recipient, basis, wording, given, waitingSince);
    }
}

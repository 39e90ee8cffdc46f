package dev.vouch.outreach.contact.domain;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The ledger's entry for one planned message to one person. Each method is one step of the protocol of ADR 0011; it is written
 * only if nobody else wrote since, so that of two who try the same step one is refused.
 *
 * @param planRevision the shortlist's revision that last named this person
 */
public record Contact(
        ContactKey key,
        int planRevision,
        ContactState state,
        Preparation preparation,
        Passage passage,
        Dialogue dialogue) {

    /** Why a contact is cancelled that a newer shortlist does not name. */
    public static final String NOT_IN_PLAN = "contact.not-in-plan";

    private static final Set<ContactState> QUEUED = Set.of(ContactState.PLANNED, ContactState.RETRY);
    private static final Set<ContactState> PERHAPS_OUT = Set.of(ContactState.COMMITTING, ContactState.UNKNOWN);
    private static final Set<String> FOR_GOOD =
            Set.of("contact.suppressed", "contact.campaign-cancelled", "contact.answered");

    public static Contact planned(ContactKey key, int planRevision, Instant at) {
        return new Contact(
                key, planRevision, ContactState.PLANNED, Preparation.waiting(at), Passage.dueFrom(at), Dialogue.SILENT);
    }

    /** The next touch of a conversation in which nobody answered. Its basis is the same, its words are read and approved anew. */
    public Decision<Contact> followedUp(Instant at, Deadlines deadlines) {
        return Decision.unless(ContactPolicy.againstFollowingUp(this, at, deadlines), () -> {
            var next = planned(key.next(), planRevision, at);
            return next.with(next.preparation.based(preparation.basis()));
        });
    }

    public Optional<ContactChannel> channel() {
        return Optional.ofNullable(preparation.recipient()).map(Recipient::channel);
    }

    /** To be named by whoever acknowledges that no more will be sent: a dot of an earlier attempt may still be on its way. */
    public boolean perhapsUnderWay() {
        return passage.perhapsUnderWay();
    }

    /** Nobody can say that this message has not left the house. */
    public boolean perhapsOut() {
        return PERHAPS_OUT.contains(state);
    }

    /** May have reached the person, so that an answer can belong to it. */
    public boolean perhapsDelivered() {
        return passage.perhapsDelivered();
    }

    /** The person is as free as before: nothing of this conversation can have reached them. */
    public boolean leftNoTrace() {
        return key.touch() == 1 && !passage.perhapsDelivered();
    }

    public boolean cancelledFor(String why) {
        return state == ContactState.CANCELLED && why.equals(passage.stop());
    }

    public boolean queued() {
        return QUEUED.contains(state);
    }

    /** A shortlist names the person; what an older one had taken out of the queue comes back. */
    public Contact namedBy(int revision, Instant at) {
        return revision <= planRevision
                ? revived(at)
                : new Contact(key, revision, state, preparation, passage, dialogue).revived(at);
    }

    /** A shortlist does not name the person; an older one that is still worked off must not undo a newer one. */
    public Contact unnamedBy(int revision) {
        return planRevision >= revision ? this : cancelled(NOT_IN_PLAN);
    }

    /** It cannot be prepared yet; that it waits, since when and for what, is shown. */
    public Contact waitsFor(String why, Instant lookAgainAt) {
        return queued() ? with(passage.due(lookAgainAt, why)) : this;
    }

    public Decision<Contact> prepared(Recipient recipient, Wording wording) {
        return Decision.unless(
                ContactPolicy.againstPreparing(this),
                () -> new Contact(
                        key,
                        planRevision,
                        state,
                        preparation.prepared(recipient, wording),
                        passage.due(passage.dueAt(), null),
                        dialogue));
    }

    public Decision<Contact> based(ContactBasis basis) {
        return Decision.unless(ContactPolicy.againstBasis(this, basis), () -> with(preparation.based(basis)));
    }

    public Decision<Contact> approved(Approval approval) {
        if (preparation.approval() != null) {
            return Decision.accepted(this);
        }
        return Decision.unless(ContactPolicy.againstApproval(this), () -> with(preparation.approved(approval)));
    }

    /** The next attempt begins; whoever wins this step holds the fence. */
    public Decision<Contact> claimed(String token, String by, Instant at) {
        return Decision.unless(
                ContactPolicy.againstSending(this, at),
                () -> with(ContactState.CLAIMED, passage.claimed(token, by, at)));
    }

    /** Directly before the dot. Refused to everybody whose claim was taken away. */
    public Decision<Contact> committed(String token, Instant at) {
        if (state != ContactState.CLAIMED || !passage.heldBy(token)) {
            return Decision.refused(Reason.of("contact.claim-lost", "state", state));
        }
        return Decision.accepted(with(ContactState.COMMITTING, passage.committed(token, at)));
    }

    /** The mail server took it, or the person says so. True of an attempt however late it is heard. */
    public Contact delivered(String token, String answer, Instant at) {
        var answered = passage.delivered(token, answer);
        var known = passage.attempt(token).filter(attempt -> attempt.committedAt() != null);
        return known.isPresent() && state != ContactState.SENT
                ? with(ContactState.SENT, answered.sent(at))
                : with(answered);
    }

    /** A definite refusal, before or after the dot: this attempt reached nobody. */
    public Contact refused(String token, boolean forGood, String answer, Instant at, Deadlines deadlines) {
        var answered = passage.refused(token, answer);
        if (!passage.heldBy(token) || (state != ContactState.CLAIMED && state != ContactState.COMMITTING)) {
            return with(answered);
        }
        if (passage.stop() != null) {
            return with(ContactState.CANCELLED, answered);
        }
        return forGood || passage.attempts().size() >= deadlines.maxAttempts()
                ? with(ContactState.FAILED, answered)
                : with(ContactState.RETRY, answered.due(at.plus(deadlines.retry()), "contact.refused-for-now"));
    }

    /** The dot may be out and nobody answered. */
    public Contact unanswered(String token, String evidence) {
        var answered = passage.answered(token, evidence);
        return state == ContactState.COMMITTING && passage.heldBy(token)
                ? with(ContactState.UNKNOWN, answered)
                : with(answered);
    }

    /** The attempt met an objection before anything left: not now, or not any more, and this is why. */
    public Contact givenBack(SendAttempt attempt, Instant until) {
        var why = attempt.objection() == null
                ? "contact.given-back"
                : attempt.objection().code();
        if (FOR_GOOD.contains(why)) {
            return cancelled(why);
        }
        if (NOT_IN_PLAN.equals(why) && planRevision < attempt.planRevision()) {
            return cancelled(why);
        }
        if (state == ContactState.CLAIMED && passage.heldBy(attempt.token())) {
            return with(
                    ContactState.RETRY, passage.refused(attempt.token(), why).due(until, why));
        }
        return queued() ? with(passage.due(until, why)) : this;
    }

    /** What another instance may do with an attempt whose owner is gone: take back a claim, but never send a COMMITTING one. */
    public Contact expired(Instant at, Deadlines deadlines) {
        var last = passage.last().orElse(null);
        if (last == null) {
            return this;
        }
        if (state == ContactState.CLAIMED && !at.isBefore(last.claimedAt().plus(deadlines.claim()))) {
            return with(
                    ContactState.RETRY,
                    passage.refused(last.token(), "claim expired").due(at, "contact.claim-expired"));
        }
        var wait =
                channel().filter(ContactChannel.ASSISTED::equals).isPresent() ? deadlines.opened() : deadlines.commit();
        if (state == ContactState.COMMITTING
                && last.committedAt() != null
                && !at.isBefore(last.committedAt().plus(wait))) {
            return with(ContactState.UNKNOWN, passage.answered(last.token(), "no answer in time"));
        }
        return this;
    }

    /** Takes it out of the queue; what is perhaps out stays visible and is not tried again. */
    public Contact cancelled(String why) {
        if (queued() || state == ContactState.CLAIMED) {
            return with(ContactState.CANCELLED, passage.stopped(why));
        }
        return perhapsOut() ? with(passage.stopped(why)) : this;
    }

    /** A newer shortlist names the person again: what left the queue comes back, what is perhaps out may be tried again. */
    private Contact revived(Instant at) {
        if (!NOT_IN_PLAN.equals(passage.stop()) || (state == ContactState.CANCELLED && perhapsDelivered())) {
            return this;
        }
        return state == ContactState.CANCELLED
                ? with(ContactState.PLANNED, new Passage(passage.attempts(), at, null, null, null))
                : with(passage.goingOn());
    }

    /** The person who opened the prepared text says that it is sent. */
    public Decision<Contact> markedSent(String by, Instant at) {
        if (state == ContactState.SENT) {
            return Decision.accepted(this);
        }
        return Decision.unless(ContactPolicy.againstMarkingSent(this), () -> {
            var token = passage.last().map(Attempt::token).orElse("");
            return delivered(token, "said to be sent by " + by, at);
        });
    }

    /** A person decides with the evidence; only so can a message be tried again that perhaps was delivered. */
    public Decision<Contact> resolved(Resolution resolution, String by, Instant at, Deadlines deadlines) {
        return Decision.unless(ContactPolicy.againstResolving(this, resolution, at, deadlines), () -> {
            var token = passage.last().map(Attempt::token).orElse("");
            var said = "resolved as " + resolution + " by " + by;
            return switch (resolution) {
                case SENT ->
                    with(ContactState.SENT, passage.delivered(token, said).sent(at));
                case RETRY ->
                    with(ContactState.RETRY, passage.answered(token, said).due(at, null));
                case FAILED -> with(ContactState.FAILED, passage.answered(token, said));
            };
        });
    }

    /** Whoever answers has received it; a bounce too shows that it left. */
    public Contact answered(Answer answer) {
        var heard = dialogue.heard(answer);
        var arrived = perhapsDelivered() && state != ContactState.SENT;
        return new Contact(
                key,
                planRevision,
                arrived ? ContactState.SENT : state,
                preparation,
                arrived ? passage.arrived(answer.receivedAt()) : passage,
                heard);
    }

    /** A person says what an answer means. */
    public Contact understood(Answer answer) {
        return new Contact(key, planRevision, state, preparation, passage, dialogue.corrected(answer));
    }

    /** After a restore: the log knows that it was sent, while the attempt itself is lost. */
    public Contact sentByTheLog(Instant at) {
        return state == ContactState.SENT ? this : with(ContactState.SENT, passage.sent(at));
    }

    /** After a restore: an answer as its event tells it. A conclusion says more of the answer that came at the same time. */
    public Contact answeredByTheLog(Answer told) {
        var known = dialogue.answers().stream()
                .filter(each -> each.id().equals(told.id()) || each.receivedAt().equals(told.receivedAt()))
                .findFirst();
        if (known.isEmpty()) {
            return answered(told);
        }
        return told.meaning().concludes() || told.meaning() == Meaning.BOUNCE
                ? understood(new Answer(
                        known.get().id(),
                        told.receivedAt(),
                        told.meaning(),
                        told.askedFeeMinorUnits(),
                        told.currency()))
                : this;
    }

    /** After a restore: it was let go before the backup, so it may have gone out since, and neither ledger nor log can say. */
    public Contact doubted(String token, String evidence, Instant at) {
        var letGo = queued() && preparation.approval() != null;
        return letGo || state == ContactState.CLAIMED
                ? with(
                        ContactState.UNKNOWN,
                        passage.claimed(token, "restore", at)
                                .committed(token, at)
                                .answered(token, evidence))
                : this;
    }

    private Contact with(Preparation next) {
        return new Contact(key, planRevision, state, next, passage, dialogue);
    }

    private Contact with(Passage next) {
        return new Contact(key, planRevision, state, preparation, next, dialogue);
    }

    private Contact with(ContactState to, Passage next) {
        return new Contact(key, planRevision, to, preparation, next, dialogue);
    }
}

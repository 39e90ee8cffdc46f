package dev.vouch.outreach.contact.domain;

import dev.vouch.chassis.decision.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a contact itself has to say against its next step. The person's guards and the campaign's are asked separately. */
public final class ContactPolicy {

    private ContactPolicy() {}

    public static List<Reason> againstPreparing(Contact contact) {
        return reasons(List.of(outOfQueue(contact), approvedAlready(contact)));
    }

    public static List<Reason> againstBasis(Contact contact, ContactBasis basis) {
        return reasons(List.of(
                outOfQueue(contact),
                Reason.when(
                        basis.kind() != ContactBasis.Kind.NONE && !basis.recorded(),
                        "contact.basis-without-evidence")));
    }

    public static List<Reason> againstApproval(Contact contact) {
        return reasons(List.of(outOfQueue(contact), unprepared(contact), withoutBasis(contact)));
    }

    public static List<Reason> againstSending(Contact contact, Instant at) {
        return reasons(List.of(
                outOfQueue(contact),
                unprepared(contact),
                withoutBasis(contact),
                Reason.when(contact.preparation().approval() == null, "contact.not-approved"),
                stopped(contact),
                Reason.when(
                        at.isBefore(contact.passage().dueAt()),
                        "contact.not-due",
                        "dueAt",
                        contact.passage().dueAt())));
    }

    /** May the person be written to once more after this touch? Asked when the next one is planned. */
    public static List<Reason> againstFollowingUp(Contact contact, Instant at, Deadlines deadlines) {
        var from = Optional.ofNullable(contact.passage().sentAt()).map(sent -> sent.plus(deadlines.followUp()));
        return Stream.concat(
                        againstTouchAfter(contact).stream(),
                        Stream.of(
                                        Reason.when(
                                                contact.key().touch() >= ContactKey.LAST_TOUCH, "contact.last-touch"),
                                        from.filter(at::isBefore)
                                                .map(time ->
                                                        Reason.of("contact.follow-up-too-early", "allowedFrom", time)))
                                .flatMap(Optional::stream))
                .toList();
    }

    /** Asked again once the next touch is claimed: an answer may have come in between. */
    public static List<Reason> againstTouchAfter(Contact contact) {
        return reasons(List.of(
                Reason.when(contact.state() != ContactState.SENT, "contact.touch-before-not-sent"),
                Reason.when(contact.dialogue().heardFromPerson(), "contact.answered"),
                Reason.when(contact.dialogue().bouncedAt() != null, "contact.bounced"),
                stopped(contact)));
    }

    public static List<Reason> againstMarkingSent(Contact contact) {
        var assisted = contact.channel().filter(ContactChannel.ASSISTED::equals).isPresent();
        return reasons(List.of(
                Reason.when(!assisted, "contact.not-assisted"),
                Reason.when(!contact.perhapsOut(), "contact.not-opened", "state", contact.state())));
    }

    public static List<Reason> againstResolving(
            Contact contact, Resolution resolution, Instant at, Deadlines deadlines) {
        return reasons(List.of(
                Reason.when(contact.state() != ContactState.UNKNOWN, "contact.not-unknown", "state", contact.state()),
                resolution == Resolution.RETRY ? tooEarly(contact, at, deadlines) : Optional.empty(),
                resolution == Resolution.RETRY ? stopped(contact) : Optional.empty()));
    }

    private static Optional<Reason> outOfQueue(Contact contact) {
        return Reason.when(!contact.queued(), "contact.not-in-queue", "state", contact.state());
    }

    private static Optional<Reason> approvedAlready(Contact contact) {
        return Reason.when(contact.preparation().approval() != null, "contact.approved-already");
    }

    private static Optional<Reason> unprepared(Contact contact) {
        return Reason.when(contact.preparation().wording() == null, "contact.not-prepared");
    }

    /** § 7 UWG: advertising mail needs a basis, and one request for a cooperation already is advertising. */
    private static Optional<Reason> withoutBasis(Contact contact) {
        return Reason.when(!contact.preparation().basis().recorded(), "contact.no-basis");
    }

    private static Optional<Reason> stopped(Contact contact) {
        return Optional.ofNullable(contact.passage().stop()).map(why -> Reason.of("contact.stopped", "why", why));
    }

    /** A dot that is still under way must have arrived, or it and the retry would both be delivered. */
    private static Optional<Reason> tooEarly(Contact contact, Instant at, Deadlines deadlines) {
        return contact.passage()
                .last()
                .map(Attempt::committedAt)
                .map(committed -> committed.plus(deadlines.retryAfterUnknown()))
                .filter(at::isBefore)
                .map(from -> Reason.of("contact.retry-too-early", "allowedFrom", from));
    }

    private static List<Reason> reasons(List<Optional<Reason>> all) {
        return all.stream().flatMap(Optional::stream).toList();
    }
}

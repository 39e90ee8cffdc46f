package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.StaleVersion;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.channel.Channel;
import dev.vouch.outreach.channel.Delivery;
import dev.vouch.outreach.channel.EmailChannel;
import dev.vouch.outreach.channel.Message;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.ContactChannel;
import dev.vouch.outreach.contact.domain.ContactKey;
import dev.vouch.outreach.contact.domain.ContactPolicy;
import dev.vouch.outreach.contact.domain.SendAttempt;
import dev.vouch.outreach.contact.domain.SendAttempt.Step;
import dev.vouch.outreach.suppression.PersonGuards;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Sends one message at most once: guards, contact, campaign, body, ledger, dot. The order and what follows from each answer are
 * {@link SendAttempt}'s; here the steps are done. A crash anywhere leaves a state that {@code SendTimer} takes over.
 */
@Singleton
public class SendContact {

    private static final String BY = "outreach.send";

    private final SendLockStore locks;
    private final ContactStore contacts;
    private final CampaignStore campaigns;
    private final ContactPlanStore plans;
    private final PersonGuards guards;
    private final EmailChannel email;
    private final ContactSettings settings;
    private final Clock clock;

    SendContact(
            SendLockStore locks,
            ContactStore contacts,
            CampaignStore campaigns,
            ContactPlanStore plans,
            PersonGuards guards,
            EmailChannel email,
            ContactSettings settings,
            Clock clock) {
        this.locks = locks;
        this.contacts = contacts;
        this.campaigns = campaigns;
        this.plans = plans;
        this.guards = guards;
        this.email = email;
        this.settings = settings;
        this.clock = clock;
    }

    public void send(String contactId) {
        var found = contacts.find(contactId);
        if (found.isPresent()
                && locks.objection().isEmpty()
                && isMail(found.get().state())
                && ContactPolicy.againstSending(found.get().state(), now()).isEmpty()) {
            attempt(found.get(), BY, email);
        }
    }

    /** One attempt on any channel. @return with the objection if it came to one */
    SendAttempt attempt(Versioned<Contact> found, String by, Channel channel) {
        var token = UUID.randomUUID().toString();
        var attempt = SendAttempt.of(found.id(), found.state(), token);
        while (attempt.step() != Step.ENDED) {
            attempt = switch (attempt.step()) {
                case CLAIM_GUARD -> claimGuard(attempt);
                case CLAIM_CONTACT -> claimContact(attempt, found, by);
                case ASK_CAMPAIGN -> askCampaign(attempt);
                case ASK_TOUCHES_BEFORE -> askTouchesBefore(attempt);
                case HAND_OVER -> handOver(attempt, found.state(), channel);
                case GIVE_BACK -> giveBack(attempt);
                case RELEASE_GUARD -> releaseGuard(attempt);
                case ENDED -> attempt;
            };
        }
        return attempt;
    }

    private SendAttempt claimGuard(SendAttempt attempt) {
        var claim = guards.claim(attempt.guard(), attempt.holder(), attempt.token());
        var objection = claim.objection();
        return objection == null ? attempt.guardClaimed(claim.wasFree()) : attempt.guardRefused(objection);
    }

    /** Only the contact whose guards were claimed: if it changed since it was read, the next round looks again. */
    private SendAttempt claimContact(SendAttempt attempt, Versioned<Contact> found, String by) {
        try {
            var decision = contacts.change(
                    attempt.contactId(),
                    new Command(by, found.version(), null, null),
                    contact -> contact.claimed(attempt.token(), by, now()),
                    ContactEvents::since);
            return decision instanceof Decision.Accepted<?>
                    ? attempt.contactClaimed()
                    : attempt.contactRefused(stored(attempt));
        } catch (StaleVersion changed) {
            return attempt.contactRefused(stored(attempt));
        }
    }

    /**
     * A shortlist names people, and the first touch keeps which one named this person last. Read after the plan: what the plan
     * has worked off can then be seen in it.
     */
    private SendAttempt askCampaign(SendAttempt attempt) {
        var key = stored(attempt).key();
        var workedOff = plans.workedOff(key.campaignId());
        var guard = campaigns.guardOf(key.campaignId());
        var first = contacts.get(
                ContactKey.first(key.influencerId(), key.campaignId()).id());
        return guard.against(first.state(), workedOff)
                .map(attempt::campaignObjected)
                .orElseGet(attempt::campaignAgreed);
    }

    private SendAttempt askTouchesBefore(SendAttempt attempt) {
        return stored(attempt).key().earlierTouches().stream()
                .map(touch -> contacts.get(touch.id()).state())
                .flatMap(earlier -> ContactPolicy.againstTouchAfter(earlier).stream())
                .findFirst()
                .map(attempt::touchBeforeObjected)
                .orElseGet(attempt::touchBeforeAgreed);
    }

    private SendAttempt handOver(SendAttempt attempt, Contact contact, Channel channel) {
        var delivery = channel.handOver(message(attempt, contact), () -> commit(attempt));
        if (isMail(contact) || delivery.kind() != Delivery.Kind.UNANSWERED) {
            return attempt.handedOver(record(attempt, delivery));
        }
        return attempt.handedOver(stored(attempt));
    }

    /** The last step before the dot. An answer of the store that does not come counts as a no. */
    private boolean commit(SendAttempt attempt) {
        return contacts.change(
                        attempt.contactId(),
                        Command.bySystem(BY),
                        contact -> contact.committed(attempt.token(), now()),
                        ContactEvents::since)
                instanceof Decision.Accepted<?>;
    }

    private Contact record(SendAttempt attempt, Delivery delivery) {
        var token = attempt.token();
        var answer = delivery.answer();
        return change(attempt, contact -> switch (delivery.kind()) {
            case ACCEPTED -> contact.delivered(token, answer, now());
            case REFUSED_FOR_NOW -> contact.refused(token, false, answer, now(), ContactSettings.deadlines(settings));
            case REFUSED_FOR_GOOD -> contact.refused(token, true, answer, now(), ContactSettings.deadlines(settings));
            case UNANSWERED -> contact.unanswered(token, answer);
        });
    }

    private SendAttempt giveBack(SendAttempt attempt) {
        return attempt.givenBack(change(attempt, contact -> contact.givenBack(attempt, untilLater(attempt))));
    }

    private SendAttempt releaseGuard(SendAttempt attempt) {
        guards.release(attempt.guard(), attempt.holder(), attempt.token());
        return attempt.guardReleased();
    }

    /** A person whom somebody else wrote to is asked for again once the quiet period is over. */
    private Instant untilLater(SendAttempt attempt) {
        var objection = attempt.objection();
        var allowedFrom = objection == null ? null : objection.facts().get("allowedFrom");
        return allowedFrom == null ? now().plus(settings.lookAgainAfter()) : Instant.parse(allowedFrom.toString());
    }

    private Contact change(SendAttempt attempt, UnaryOperator<Contact> step) {
        var decision = contacts.change(
                attempt.contactId(),
                Command.bySystem(BY),
                contact -> Decision.accepted(step.apply(contact)),
                ContactEvents::since);
        return ((Decision.Accepted<Versioned<Contact>>) decision).next().state();
    }

    private Contact stored(SendAttempt attempt) {
        return contacts.get(attempt.contactId()).state();
    }

    private static Message message(SendAttempt attempt, Contact contact) {
        var recipient = Objects.requireNonNull(contact.preparation().recipient());
        var wording = Objects.requireNonNull(contact.preparation().wording());
        var approval = Objects.requireNonNull(contact.preparation().approval());
        return new Message(
                attempt.contactId(),
                recipient.address(),
                wording.subject(),
                wording.text(),
                wording.language(),
                approval.at());
    }

    private static boolean isMail(Contact contact) {
        return contact.channel().filter(ContactChannel.EMAIL::equals).isPresent();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

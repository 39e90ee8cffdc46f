package dev.vouch.outreach.contact.domain;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.outreach.contact.domain.World.Mail;
import dev.vouch.outreach.contact.domain.World.Sender;
import dev.vouch.outreach.suppression.domain.PersonGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every atomic step that anybody can take next. All transitions are those of the classes that production uses; the model adds
 * only what may go wrong around them: who is next, who crashes where, which answer is lost, how much time passes.
 */
final class ProtocolModel {

    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    static final Duration QUIET = Duration.ofDays(90);

    private static final int INSTANCES = 2;
    /** Each breaks one rule of the protocol; the exploration must notice. */
    enum Weakening {
        NONE,
        GUARD_IGNORED,
        COMMITTING_SENT_AGAIN,
        ACKNOWLEDGED_TOO_EARLY,
        RETRY_AT_ONCE,
        FOLLOW_UP_WITHOUT_SENT,
        CLAIM_LEFT_TO_ITSELF,
        OLDER_PLAN_UNDOES,
        PLAN_NOT_ASKED
    }

    /**
     * @param attempts of both instances together
     * @param minutes how long the clock runs, in steps of ten
     * @param deadlines mostly zero: what may happen late may happen at any moment
     */
    record Bounds(int attempts, int retries, int minutes, boolean followUps, Deadlines deadlines) {}

    private final Bounds bounds;
    private final Weakening weakening;

    ProtocolModel(Bounds bounds, Weakening weakening) {
        this.bounds = bounds;
        this.weakening = weakening;
    }

    static Deadlines deadlines(Duration retryAfterUnknown) {
        var zero = Duration.ZERO;
        return new Deadlines(zero, zero, zero, retryAfterUnknown, zero, zero, 3);
    }

    List<World> next(World world) {
        var worlds = new ArrayList<World>();
        work(world, worlds);
        stop(world, worlds);
        takeOver(world, worlds);
        people(world, worlds);
        crash(world, worlds);
        if (world.minutes < bounds.minutes()) {
            worlds.add(world.then(next -> next.minutes += 10));
        }
        return worlds;
    }

    /** What the service does by itself, as long as nothing goes wrong. */
    void work(World world, List<World> worlds) {
        for (int i = 0; i < world.senders.size(); i++) {
            step(world, i, worlds);
        }
        if (world.senders.size() < INSTANCES && world.started < bounds.attempts()) {
            begin(world, worlds);
        }
    }

    void stop(World world, List<World> worlds) {
        for (int i = 0; i < world.stoppings.size(); i++) {
            var stopping = world.stoppings.get(i);
            if (!stopping.over() && stopping.possible(world)) {
                worlds.add(stopping.next(world, i, weakening, world.now()));
            }
        }
    }

    void takeOver(World world, List<World> worlds) {
        world.contacts.forEach((id, contact) -> {
            var next = expired(contact, world.now());
            if (!next.equals(contact)) {
                worlds.add(world.then(changed -> changed.contacts.put(id, next)));
            }
        });
    }

    private Contact expired(Contact contact, Instant at) {
        if (weakening == Weakening.COMMITTING_SENT_AGAIN && contact.state() == ContactState.COMMITTING) {
            var back = contact.passage().due(at, null);
            return new Contact(
                    contact.key(),
                    contact.planRevision(),
                    ContactState.RETRY,
                    contact.preparation(),
                    back,
                    contact.dialogue());
        }
        return contact.expired(at, bounds.deadlines());
    }

    private static void crash(World world, List<World> worlds) {
        for (int i = 0; i < world.senders.size(); i++) {
            var index = i;
            worlds.add(world.then(next -> next.senders.remove(index)));
        }
        for (int i = 0; i < world.stoppings.size(); i++) {
            var index = i;
            if (world.stoppings.get(i).begun()) {
                var again = Stopping.of(world.stoppings.get(i).kind());
                worlds.add(world.then(next -> next.stoppings.set(index, again)));
            }
        }
        if (world.followUp != null) {
            worlds.add(world.then(next -> next.followUp = null));
        }
    }

    private void begin(World world, List<World> worlds) {
        world.contacts.forEach((id, contact) -> {
            if (ContactPolicy.againstSending(contact, world.now()).isEmpty()) {
                worlds.add(world.then(next -> {
                    var token = "t" + ++next.started;
                    next.senders.add(new Sender(SendAttempt.of(id, contact, token), Mail.IDLE, 0));
                }));
            }
        });
    }

    private void step(World world, int index, List<World> worlds) {
        var attempt = world.senders.get(index).attempt();
        switch (attempt.step()) {
            case CLAIM_GUARD -> worlds.add(claimGuard(world, index, attempt));
            case CLAIM_CONTACT -> worlds.add(claimContact(world, index, attempt));
            case ASK_CAMPAIGN -> worlds.add(askCampaign(world, index, attempt));
            case ASK_TOUCHES_BEFORE -> worlds.add(askTouchesBefore(world, index, attempt));
            case HAND_OVER -> worlds.addAll(new HandOver(world, index, bounds.deadlines()).next());
            case GIVE_BACK ->
                worlds.add(world.then(next -> {
                    var contact = world.contact(attempt.contactId()).givenBack(attempt, world.now());
                    next.contacts.put(attempt.contactId(), contact);
                    next.goOn(index, attempt.givenBack(contact));
                }));
            case RELEASE_GUARD ->
                worlds.add(world.then(next -> {
                    var guard = world.guard(attempt.guard()).released(attempt.holder(), attempt.token());
                    next.guards.put(attempt.guard(), guard);
                    next.goOn(index, attempt.guardReleased());
                }));
            case ENDED -> throw new IllegalStateException();
        }
    }

    private World claimGuard(World world, int index, SendAttempt attempt) {
        var guard = world.guard(attempt.guard());
        var decision = guard.claimed(attempt.holder(), attempt.token(), world.now(), QUIET);
        return world.then(next -> {
            if (decision instanceof Decision.Accepted<PersonGuard> accepted) {
                next.guards.put(attempt.guard(), accepted.next());
                next.goOn(index, attempt.guardClaimed(!guard.heldBy(attempt.holder())));
            } else if (weakening == Weakening.GUARD_IGNORED) {
                next.goOn(index, attempt.guardClaimed(false));
            } else {
                next.goOn(index, attempt.guardRefused(reason(decision)));
            }
        });
    }

    private World claimContact(World world, int index, SendAttempt attempt) {
        var stored = world.contact(attempt.contactId());
        var decision = stored.claimed(attempt.token(), "instance", world.now());
        return world.then(next -> {
            if (decision instanceof Decision.Accepted<Contact> accepted) {
                next.contacts.put(attempt.contactId(), accepted.next());
                next.goOn(index, attempt.contactClaimed());
            } else {
                next.goOn(index, attempt.contactRefused(stored));
            }
        });
    }

    private World askCampaign(World world, int index, SendAttempt attempt) {
        var first = world.firstTouch(world.contact(attempt.contactId()));
        var objection = first.key().campaignId().equals("campaign-1") && weakening != Weakening.PLAN_NOT_ASKED
                ? world.campaign.against(first, workedOff(world))
                : Optional.<Reason>empty();
        return world.then(next ->
                next.goOn(index, objection.map(attempt::campaignObjected).orElseGet(attempt::campaignAgreed)));
    }

    /** The newest of the campaign's shortlists, if its sweep has ended. */
    private static int workedOff(World world) {
        int newest = world.campaign.planRevision();
        return world.stoppings.stream().anyMatch(each -> each.over() && each.planRevision() == newest) ? newest : 0;
    }

    private World askTouchesBefore(World world, int index, SendAttempt attempt) {
        var key = world.contact(attempt.contactId()).key();
        var objection = world.contacts.values().stream()
                .filter(earlier -> key.earlierTouches().contains(earlier.key()))
                .flatMap(earlier -> ContactPolicy.againstTouchAfter(earlier).stream())
                .filter(reason -> weakening != Weakening.FOLLOW_UP_WITHOUT_SENT)
                .findFirst();
        return world.then(next ->
                next.goOn(index, objection.map(attempt::touchBeforeObjected).orElseGet(attempt::touchBeforeAgreed)));
    }

    private void people(World world, List<World> worlds) {
        world.contacts.forEach((id, contact) -> {
            if (world.retries < bounds.retries()
                    && contact.resolved(Resolution.RETRY, "manager", world.now(), bounds.deadlines())
                            instanceof Decision.Accepted<Contact> accepted) {
                worlds.add(world.then(next -> {
                    next.retries++;
                    if (bounds.minutes() > 0) {
                        contact.passage().attempts().forEach(given -> next.givenUp.put(given.token(), id));
                    }
                    next.contacts.put(id, accepted.next());
                }));
            }
        });
        sendByHand(world, worlds);
        if (bounds.followUps()) {
            followUp(world, worlds);
        }
    }

    /** Whoever holds a text may send it at any time, once, and may say so or forget it. */
    private void sendByHand(World world, List<World> worlds) {
        world.heldTexts.forEach((token, id) -> {
            var sent = world.then(next -> {
                next.heldTexts.remove(token);
                next.dot(id, token);
            });
            worlds.add(sent);
            if (world.contact(id).markedSent("manager", world.now()) instanceof Decision.Accepted<Contact> accepted) {
                worlds.add(sent.then(next -> next.contacts.put(id, accepted.next())));
            }
        });
    }

    private void followUp(World world, List<World> worlds) {
        if (world.followUp != null) {
            worlds.add(world.then(next -> {
                next.contacts.putIfAbsent("touch-2", ProtocolStory.approved(world.followUp));
                next.followUp = null;
            }));
            return;
        }
        var first = world.contact("touch-1");
        var decision = weakening == Weakening.FOLLOW_UP_WITHOUT_SENT
                ? Decision.accepted(Contact.planned(first.key().next(), 1, world.now()))
                : first.followedUp(world.now(), bounds.deadlines());
        if (!world.contacts.containsKey("touch-2") && decision instanceof Decision.Accepted<Contact> accepted) {
            worlds.add(world.then(next -> next.followUp = accepted.next()));
        }
    }

    private static Reason reason(Decision<?> decision) {
        return ((Decision.Refused<?>) decision).reasons().get(0);
    }
}

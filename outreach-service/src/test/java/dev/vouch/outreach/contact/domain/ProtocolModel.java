package dev.vouch.outreach.contact.domain;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.outreach.contact.domain.SendAttempt.Step;
import dev.vouch.outreach.suppression.domain.PersonGuard;
import dev.vouch.outreach.suppression.domain.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A world of stored documents and of processes that change them, one atomic document operation at a time. It takes every
 * transition from the classes that production uses and adds only what may go wrong around them: who is next, who crashes where,
 * which answer is lost, how late it is.
 */
final class ProtocolModel {

    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration QUIET = Duration.ofDays(90);
    /** No waiting time at all: whatever may happen late may happen at any moment. */
    private static final Deadlines AT_ONCE =
            new Deadlines(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 3);

    /** Where an instance is inside the hand-over to the mail server. */
    enum Mail {
        IDLE,
        BODY_WRITTEN,
        COMMITTED,
        DOT_SENT,
        REFUSED,
        UNANSWERED,
        ACCEPTED,
        /** Closed without a dot. */
        ABORTED
    }

    /** One instance of the service; a crash forgets the attempt. */
    record Instance(String name, int started, @Nullable SendAttempt attempt, Mail mail) {

        Instance with(@Nullable SendAttempt next) {
            return new Instance(name, started, next != null && next.step() == Step.ENDED ? null : next, Mail.IDLE);
        }

        Instance at(Mail next) {
            return new Instance(name, started, attempt, next);
        }
    }

    /** Somebody stops it all: guards first, then contact by contact, then the acknowledgement that names what is perhaps out. */
    record Stopping(List<String> guardsLeft, List<String> contactsLeft, Set<String> named, boolean acknowledged) {}

    record World(
            Map<String, Contact> contacts,
            Map<String, PersonGuard> guards,
            CampaignGuard campaign,
            List<Instance> instances,
            @Nullable Stopping optOut,
            @Nullable Stopping cancellation,
            Map<String, Integer> dots,
            Map<String, Integer> retriesByPerson,
            int retriesLeft,
            int crashesLeft,
            List<String> dotsAfterStop) {

        World contact(String id, Contact next) {
            return new World(
                    put(contacts, id, next),
                    guards,
                    campaign,
                    instances,
                    optOut,
                    cancellation,
                    dots,
                    retriesByPerson,
                    retriesLeft,
                    crashesLeft,
                    dotsAfterStop);
        }

        World guard(String id, PersonGuard next) {
            return new World(
                    contacts,
                    put(guards, id, next),
                    campaign,
                    instances,
                    optOut,
                    cancellation,
                    dots,
                    retriesByPerson,
                    retriesLeft,
                    crashesLeft,
                    dotsAfterStop);
        }

        World campaign(CampaignGuard next) {
            return new World(
                    contacts,
                    guards,
                    next,
                    instances,
                    optOut,
                    cancellation,
                    dots,
                    retriesByPerson,
                    retriesLeft,
                    crashesLeft,
                    dotsAfterStop);
        }

        World instance(int index, Instance next) {
            var changed = new ArrayList<>(instances);
            changed.set(index, next);
            return new World(
                    contacts,
                    guards,
                    campaign,
                    List.copyOf(changed),
                    optOut,
                    cancellation,
                    dots,
                    retriesByPerson,
                    retriesLeft,
                    crashesLeft,
                    dotsAfterStop);
        }

        World stopping(boolean byPerson, Stopping next) {
            return new World(
                    contacts,
                    guards,
                    campaign,
                    instances,
                    byPerson ? next : optOut,
                    byPerson ? cancellation : next,
                    dots,
                    retriesByPerson,
                    retriesLeft,
                    crashesLeft,
                    dotsAfterStop);
        }

        World crashed() {
            return new World(
                    contacts,
                    guards,
                    campaign,
                    instances,
                    optOut,
                    cancellation,
                    dots,
                    retriesByPerson,
                    retriesLeft,
                    crashesLeft - 1,
                    dotsAfterStop);
        }

        World retried(String id) {
            return new World(
                    contacts,
                    guards,
                    campaign,
                    instances,
                    optOut,
                    cancellation,
                    dots,
                    put(retriesByPerson, id, retriesByPerson.getOrDefault(id, 0) + 1),
                    retriesLeft - 1,
                    crashesLeft,
                    dotsAfterStop);
        }

        World dot(String id) {
            var unexpected = new ArrayList<>(dotsAfterStop);
            for (var stop : new Stopping[] {optOut, cancellation}) {
                if (stop != null && stop.acknowledged() && !stop.named().contains(id)) {
                    unexpected.add(id);
                }
            }
            return new World(
                    contacts,
                    guards,
                    campaign,
                    instances,
                    optOut,
                    cancellation,
                    put(dots, id, dots.getOrDefault(id, 0) + 1),
                    retriesByPerson,
                    retriesLeft,
                    crashesLeft,
                    List.copyOf(unexpected));
        }

        private static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
            var changed = new TreeMap<>(map);
            changed.put(key, value);
            return changed;
        }
    }

    private ProtocolModel() {}

    /** Every world that one atomic step of anybody can lead to. */
    static List<World> next(World world) {
        var worlds = new ArrayList<World>();
        for (int i = 0; i < world.instances().size(); i++) {
            instanceSteps(world, i, worlds);
        }
        takeOvers(world, worlds);
        personRetries(world, worlds);
        stop(world, true, worlds);
        stop(world, false, worlds);
        return worlds;
    }

    private static void instanceSteps(World world, int index, List<World> worlds) {
        var instance = world.instances().get(index);
        var attempt = instance.attempt();
        if (attempt == null) {
            start(world, index, worlds);
            return;
        }
        if (world.crashesLeft() > 0) {
            worlds.add(world.instance(index, instance.with(null)).crashed());
        }
        switch (attempt.step()) {
            case CLAIM_GUARD -> worlds.add(claimGuard(world, index, attempt));
            case CLAIM_CONTACT -> worlds.add(claimContact(world, index, attempt));
            case ASK_CAMPAIGN -> worlds.add(askCampaign(world, index, attempt));
            case HAND_OVER -> handOver(world, index, attempt, worlds);
            case GIVE_BACK -> worlds.add(giveBack(world, index, attempt));
            case RELEASE_GUARD -> {
                var guard = world.guards().get(attempt.guard()).released(attempt.holder(), attempt.token());
                worlds.add(world.guard(attempt.guard(), guard).instance(index, instance.with(attempt.guardReleased())));
            }
            case ENDED -> throw new IllegalStateException();
        }
    }

    private static void start(World world, int index, List<World> worlds) {
        var instance = world.instances().get(index);
        if (instance.started() >= (index == 0 ? 2 : 1)) {
            return;
        }
        world.contacts().forEach((id, contact) -> {
            if (ContactPolicy.againstSending(contact, NOW).isEmpty()) {
                var token = instance.name() + (instance.started() + 1);
                var started = new Instance(
                        instance.name(), instance.started() + 1, SendAttempt.of(id, contact, token), Mail.IDLE);
                worlds.add(world.instance(index, started));
            }
        });
    }

    private static World claimGuard(World world, int index, SendAttempt attempt) {
        var instance = world.instances().get(index);
        var before = world.guards().get(attempt.guard());
        var decision = before.claimed(attempt.holder(), attempt.token(), NOW, QUIET);
        if (decision instanceof Decision.Accepted<PersonGuard> accepted) {
            return world.guard(attempt.guard(), accepted.next())
                    .instance(index, instance.with(attempt.guardClaimed(!before.heldBy(attempt.holder()))));
        }
        return world.instance(index, instance.with(attempt.guardRefused(reason(decision))));
    }

    private static World claimContact(World world, int index, SendAttempt attempt) {
        var instance = world.instances().get(index);
        var stored = world.contacts().get(attempt.contactId());
        var decision = stored.claimed(attempt.token(), instance.name(), NOW);
        if (decision instanceof Decision.Accepted<Contact> accepted) {
            return world.contact(attempt.contactId(), accepted.next())
                    .instance(index, instance.with(attempt.contactClaimed()));
        }
        return world.instance(index, instance.with(attempt.contactRefused(stored)));
    }

    private static World askCampaign(World world, int index, SendAttempt attempt) {
        var instance = world.instances().get(index);
        var objection = world.campaign().against(world.contacts().get(attempt.contactId()));
        return world.instance(
                index,
                instance.with(
                        objection.isPresent() ? attempt.campaignObjected(objection.get()) : attempt.campaignAgreed()));
    }

    private static World giveBack(World world, int index, SendAttempt attempt) {
        var instance = world.instances().get(index);
        var next = world.contacts().get(attempt.contactId()).givenBack(attempt, NOW);
        return world.contact(attempt.contactId(), next).instance(index, instance.with(attempt.givenBack(next)));
    }

    private static void handOver(World world, int index, SendAttempt attempt, List<World> worlds) {
        var instance = world.instances().get(index);
        var id = attempt.contactId();
        var contact = world.contacts().get(id);
        switch (instance.mail()) {
            case IDLE -> {
                worlds.add(world.instance(index, instance.at(Mail.BODY_WRITTEN)));
                worlds.add(world.instance(index, instance.at(Mail.REFUSED)));
            }
            case BODY_WRITTEN -> {
                var decision = contact.committed(attempt.token(), NOW);
                if (decision instanceof Decision.Accepted<Contact> accepted) {
                    var written = world.contact(id, accepted.next());
                    worlds.add(written.instance(index, instance.at(Mail.COMMITTED)));
                    // written, but the store's answer was lost: counts as not written
                    worlds.add(written.instance(index, instance.at(Mail.ABORTED)));
                }
                worlds.add(world.instance(index, instance.at(Mail.ABORTED)));
            }
            case COMMITTED -> worlds.add(world.dot(id).instance(index, instance.at(Mail.DOT_SENT)));
            case DOT_SENT -> {
                worlds.add(world.instance(index, instance.at(Mail.ACCEPTED)));
                worlds.add(world.instance(index, instance.at(Mail.UNANSWERED)));
            }
            case REFUSED, ABORTED ->
                record(world, index, attempt, contact.refused(attempt.token(), false, "no", NOW, AT_ONCE), worlds);
            case ACCEPTED -> record(world, index, attempt, contact.delivered(attempt.token(), "250", NOW), worlds);
            case UNANSWERED -> record(world, index, attempt, contact.unanswered(attempt.token(), "silence"), worlds);
        }
    }

    private static void record(World world, int index, SendAttempt attempt, Contact next, List<World> worlds) {
        worlds.add(world.contact(attempt.contactId(), next)
                .instance(index, world.instances().get(index).with(attempt.handedOver(next))));
    }

    private static void takeOvers(World world, List<World> worlds) {
        world.contacts().forEach((id, contact) -> {
            var next = contact.expired(NOW, AT_ONCE);
            if (!next.equals(contact)) {
                worlds.add(world.contact(id, next));
            }
        });
    }

    private static void personRetries(World world, List<World> worlds) {
        if (world.retriesLeft() == 0) {
            return;
        }
        world.contacts().forEach((id, contact) -> {
            if (contact.resolved(Resolution.RETRY, "manager", NOW, AT_ONCE)
                    instanceof Decision.Accepted<Contact> accepted) {
                worlds.add(world.contact(id, accepted.next()).retried(id));
            }
        });
    }

    private static void stop(World world, boolean byPerson, List<World> worlds) {
        var stopping = byPerson ? world.optOut() : world.cancellation();
        if (stopping == null || stopping.acknowledged()) {
            return;
        }
        if (!stopping.guardsLeft().isEmpty()) {
            worlds.add(setGuard(world, byPerson, stopping));
        } else if (!stopping.contactsLeft().isEmpty()) {
            var id = stopping.contactsLeft().get(0);
            var next = world.contacts().get(id).cancelled("stop");
            var named = new TreeSet<>(stopping.named());
            if (next.perhapsUnderWay()) {
                named.add(id);
            }
            var rest =
                    stopping.contactsLeft().subList(1, stopping.contactsLeft().size());
            worlds.add(world.contact(id, next)
                    .stopping(byPerson, new Stopping(List.of(), List.copyOf(rest), named, false)));
        } else {
            worlds.add(world.stopping(byPerson, new Stopping(List.of(), List.of(), stopping.named(), true)));
        }
    }

    private static World setGuard(World world, boolean byPerson, Stopping stopping) {
        var guard = stopping.guardsLeft().get(0);
        var rest = stopping.guardsLeft().subList(1, stopping.guardsLeft().size());
        var next = new Stopping(List.copyOf(rest), stopping.contactsLeft(), stopping.named(), false);
        var changed = byPerson
                ? world.guard(guard, world.guards().get(guard).suppressed(new Suppression("asked", "person", NOW)))
                : world.campaign(world.campaign().cancel());
        return changed.stopping(byPerson, next);
    }

    private static Reason reason(Decision<?> decision) {
        return ((Decision.Refused<?>) decision).reasons().get(0);
    }
}

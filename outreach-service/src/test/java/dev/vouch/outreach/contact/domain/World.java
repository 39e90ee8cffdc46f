package dev.vouch.outreach.contact.domain;

import dev.vouch.outreach.suppression.domain.PersonGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is stored, what the running processes have in memory, and what the mail server and the people have seen. Once reached,
 * a world does not change: the next one is a changed copy.
 */
final class World {

    /** Where an instance is inside the hand-over to the mail server. */
    enum Mail {
        IDLE,
        BODY_WRITTEN,
        COMMITTED,
        /** The mail server has the dot, the instance has no answer yet. */
        TAKEN,
        REFUSED,
        UNANSWERED
    }

    /**
     * An instance of the service in the middle of an attempt, in the order in which the attempts began: which of two instances it
     * is makes no difference to anybody. A crash takes it away, and whatever it knew.
     */
    record Sender(SendAttempt attempt, Mail mail, int idleSince) {}

    int minutes;
    int started;
    int retries;
    CampaignGuard campaign = CampaignGuard.NEW;
    SortedMap<String, Contact> contacts;
    SortedMap<String, PersonGuard> guards;
    List<Sender> senders;
    List<Stopping> stoppings;
    /** Tokens of the attempts whose text a person holds, and who holds them for which contact. */
    SortedMap<String, String> heldTexts;
    /** A planner that has read the first touch and is about to write the second. */
    @Nullable
    Contact followUp;
    /** Dots that the mail server, or messages that a platform, took: the contact of each attempt's token. */
    SortedMap<String, String> dots;
    /** Attempts that a person, asked for a retry, had given up. */
    SortedMap<String, String> givenUp;
    /** The promise that was broken on the way here. */
    @Nullable
    String broken;

    /** One instance of everything that was ever stored in a world, so that worlds compare by identity. */
    private static final Map<Object, Object> KNOWN = new HashMap<>();

    World() {
        contacts = new TreeMap<>();
        guards = new TreeMap<>();
        senders = new ArrayList<>();
        stoppings = new ArrayList<>();
        heldTexts = new TreeMap<>();
        dots = new TreeMap<>();
        givenUp = new TreeMap<>();
    }

    private World(World from) {
        minutes = from.minutes;
        started = from.started;
        retries = from.retries;
        campaign = from.campaign;
        contacts = new TreeMap<>(from.contacts);
        guards = new TreeMap<>(from.guards);
        senders = new ArrayList<>(from.senders);
        stoppings = new ArrayList<>(from.stoppings);
        heldTexts = new TreeMap<>(from.heldTexts);
        followUp = from.followUp;
        dots = new TreeMap<>(from.dots);
        givenUp = new TreeMap<>(from.givenUp);
        broken = from.broken;
    }

    World then(Consumer<World> change) {
        var next = new World(this);
        change.accept(next);
        next.contacts = known(next.contacts, contacts);
        next.guards = known(next.guards, guards);
        next.campaign = known(next.campaign, campaign);
        next.senders = known(next.senders, senders);
        next.stoppings = known(next.stoppings, stoppings);
        next.heldTexts = known(next.heldTexts, heldTexts);
        next.dots = known(next.dots, dots);
        next.givenUp = known(next.givenUp, givenUp);
        if (next.followUp != null && next.followUp != followUp) {
            next.followUp = known(next.followUp, next.followUp);
        }
        return next;
    }

    @SuppressWarnings("unchecked") // what is equal to a T is one here
    private static <T> T known(T now, T before) {
        return now != before && now.equals(before) ? before : (T) KNOWN.computeIfAbsent(now, itself -> itself);
    }

    Contact contact(String id) {
        return Objects.requireNonNull(contacts.get(id));
    }

    /** Keeps which shortlist named the person last. */
    Contact firstTouch(Contact contact) {
        var first = ContactKey.first(contact.key().influencerId(), contact.key().campaignId());
        return contacts.values().stream()
                .filter(each -> each.key().equals(first))
                .findFirst()
                .orElseThrow();
    }

    PersonGuard guard(String id) {
        return guards.getOrDefault(id, PersonGuard.OPEN);
    }

    long dotsOf(String contactId) {
        return dots.values().stream().filter(contactId::equals).count();
    }

    Instant now() {
        return ProtocolModel.START.plus(Duration.ofMinutes(minutes));
    }

    /** The instance's next step; it has nothing in memory any more once the attempt has ended. */
    void goOn(int sender, SendAttempt attempt) {
        if (attempt.step() == SendAttempt.Step.ENDED) {
            senders.remove(sender);
        } else {
            senders.set(sender, new Sender(attempt, Mail.IDLE, 0));
        }
    }

    /** The dot is out. What was promised about it before is looked up here, and nowhere else. */
    void dot(String contactId, String token) {
        var contact = contact(contactId);
        if (dotsOf(contactId) > retries) {
            broken = "a second dot that no person chose";
        }
        if (givenUp.containsKey(token)
                && contact.channel().filter(ContactChannel.EMAIL::equals).isPresent()) {
            broken = "a dot of an attempt that a person had given up";
        }
        if (stoppings.stream()
                .anyMatch(stopping ->
                        stopping.forbids(contactId, contact, firstTouch(contact).planRevision()))) {
            broken = "a dot after an acknowledged stop that did not name the contact";
        }
        if (contact.key().touch() > 1
                && contacts.values().stream()
                        .filter(other -> other.key().next().equals(contact.key()))
                        .noneMatch(before -> before.state() == ContactState.SENT)) {
            broken = "a touch whose touch before was not sent";
        }
        if (minutes < ProtocolModel.QUIET.toMinutes()
                && dots.values().stream()
                        .anyMatch(other -> !contact(other)
                                .key()
                                .holder()
                                .equals(contact.key().holder()))) {
            broken = "two campaigns in one quiet period";
        }
        dots.put(token, contactId);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof World world
                && minutes == world.minutes
                && started == world.started
                && retries == world.retries
                && campaign == world.campaign
                && contacts == world.contacts
                && guards == world.guards
                && senders == world.senders
                && stoppings == world.stoppings
                && heldTexts == world.heldTexts
                && followUp == world.followUp
                && dots == world.dots
                && givenUp == world.givenUp
                && Objects.equals(broken, world.broken);
    }

    @Override
    public int hashCode() {
        var hash = (minutes * 31 + started) * 31 + retries;
        for (var part : new Object[] {contacts, guards, campaign, senders, stoppings, heldTexts, dots, givenUp}) {
            hash = hash * 31 + System.identityHashCode(part);
        }
        return hash * 31 + System.identityHashCode(followUp);
    }

    @Override
    public String toString() {
        return minutes + " min "
                + contacts.values().stream().map(Contact::state).toList() + " senders "
                + senders.stream()
                        .map(each ->
                                each.attempt().token() + " " + each.attempt().step() + " " + each.mail())
                        .toList()
                + " stops " + stoppings + " dots " + dots + (broken == null ? "" : " BROKEN: " + broken);
    }
}

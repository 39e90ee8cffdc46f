package dev.vouch.outreach.contact.domain;

import dev.vouch.outreach.suppression.domain.PersonGuard;
import dev.vouch.outreach.suppression.domain.Suppression;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody stops it: first the guards, then the open contacts as they were found, then the acknowledgement that names what is
 * perhaps on its way. A crash forgets how far it came, and whoever asked asks again.
 *
 * @param found null before the contacts were looked for
 * @param named what the acknowledgement says is already being sent
 */
record Stopping(Kind kind, int guardsSet, @Nullable List<String> found, List<String> named, boolean acknowledged) {

    enum Kind {
        OPT_OUT("contact.suppressed"),
        CANCELLATION("contact.campaign-cancelled"),
        REPLY("contact.answered");

        final String why;

        Kind(String why) {
            this.why = why;
        }
    }

    static Stopping of(Kind kind) {
        return new Stopping(kind, 0, null, List.of(), false);
    }

    boolean over() {
        return acknowledged && found != null && found.isEmpty();
    }

    boolean begun() {
        return guardsSet > 0 && !acknowledged;
    }

    boolean forbids(String contactId, Contact contact) {
        return acknowledged && concerns(contact) && !named.contains(contactId);
    }

    /** A cancellation is of the first campaign; an answer and an opt-out are of the person. */
    private boolean concerns(Contact contact) {
        return kind != Kind.CANCELLATION || contact.key().campaignId().equals("campaign-1");
    }

    /** The next step of it, in a world of its own. @param tooEarly acknowledges before the contacts are cancelled */
    World next(World world, int index, boolean tooEarly, Instant at) {
        return world.then(next -> {
            var guards = List.copyOf(next.guards.keySet());
            var guardsThere = kind == Kind.CANCELLATION ? 1 : guards.size();
            if (guardsSet < guardsThere) {
                setGuard(next, guards.get(guardsSet), at);
                var early = tooEarly && guardsSet + 1 == guardsThere;
                next.stoppings.set(index, new Stopping(kind, guardsSet + 1, null, named, early));
            } else if (found == null) {
                var open = next.contacts.entrySet().stream()
                        .filter(each -> concerns(each.getValue()))
                        .map(each -> each.getKey())
                        .toList();
                next.stoppings.set(index, new Stopping(kind, guardsSet, open, named, acknowledged));
            } else if (found.isEmpty()) {
                acknowledge(next, index, at);
            } else {
                cancelFirst(next, index, found);
            }
        });
    }

    private void setGuard(World next, String guard, Instant at) {
        if (kind == Kind.CANCELLATION) {
            next.campaign = next.campaign.cancel();
            return;
        }
        PersonGuard changed = kind == Kind.OPT_OUT
                ? next.guard(guard).suppressed(new Suppression("asked", "person", at))
                : next.guard(guard).answered(at, ProtocolModel.QUIET);
        next.guards.put(guard, changed);
    }

    private void cancelFirst(World next, int index, List<String> open) {
        var id = open.get(0);
        var after = next.contact(id).cancelled(kind.why);
        next.contacts.put(id, after);
        SortedSet<String> names = new TreeSet<>(named);
        if (after.perhapsUnderWay() && !acknowledged) {
            names.add(id);
        }
        var rest = List.copyOf(open.subList(1, open.size()));
        next.stoppings.set(index, new Stopping(kind, guardsSet, rest, List.copyOf(names), acknowledged));
    }

    private void acknowledge(World next, int index, Instant at) {
        if (kind == Kind.REPLY) {
            var answered = next.dots.get(next.dots.firstKey());
            next.contacts.compute(
                    answered, (id, contact) -> contact.answered(new Answer("reply", at, Meaning.QUESTION, null, null)));
        }
        next.stoppings.set(index, new Stopping(kind, guardsSet, List.of(), named, true));
    }
}

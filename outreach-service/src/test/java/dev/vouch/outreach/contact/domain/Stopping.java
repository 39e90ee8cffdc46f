package dev.vouch.outreach.contact.domain;

import dev.vouch.outreach.contact.domain.ProtocolModel.Weakening;
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
        REPLY("contact.answered"),
        /** The campaign's second shortlist, which does not name the person. */
        UNNAMED(Contact.NOT_IN_PLAN),
        /** Its third, which does. */
        NAMED_AGAIN("");

        final String why;

        Kind(String why) {
            this.why = why;
        }
    }

    static Stopping of(Kind kind) {
        return new Stopping(kind, 0, null, List.of(), false);
    }

    private static final int SECOND = 2;
    private static final int THIRD = 3;

    boolean over() {
        return acknowledged && found != null && found.isEmpty();
    }

    boolean begun() {
        return guardsSet > 0 && !acknowledged;
    }

    /** @param namedBy the shortlist that named the person last */
    boolean forbids(String contactId, Contact contact, int namedBy) {
        return acknowledged
                && kind != Kind.NAMED_AGAIN
                && concerns(contact)
                && (kind != Kind.UNNAMED || namedBy < SECOND)
                && !named.contains(contactId);
    }

    /** An answer and an opt-out are of the person, the others of the first campaign. */
    private boolean concerns(Contact contact) {
        return ofThePerson() || contact.key().campaignId().equals("campaign-1");
    }

    private boolean ofThePerson() {
        return kind == Kind.OPT_OUT || kind == Kind.REPLY;
    }

    int planRevision() {
        return switch (kind) {
            case UNNAMED -> SECOND;
            case NAMED_AGAIN -> THIRD;
            default -> 0;
        };
    }

    /** An answer needs a message, a third shortlist a second. */
    boolean possible(World world) {
        return switch (kind) {
            case REPLY -> !world.dots.isEmpty();
            case NAMED_AGAIN -> world.campaign.planRevision() >= SECOND;
            default -> true;
        };
    }

    /** The next step of it, in a world of its own. */
    World next(World world, int index, Weakening weakening, Instant at) {
        return world.then(next -> {
            var guards = List.copyOf(next.guards.keySet());
            var guardsThere = ofThePerson() ? guards.size() : 1;
            if (guardsSet < guardsThere) {
                setGuard(next, guards.get(guardsSet), at);
                var early = weakening == Weakening.ACKNOWLEDGED_TOO_EARLY && guardsSet + 1 == guardsThere;
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
                moveFirst(next, index, found, weakening, at);
            }
        });
    }

    private void setGuard(World next, String guard, Instant at) {
        if (!ofThePerson()) {
            next.campaign = kind == Kind.CANCELLATION ? next.campaign.cancel() : next.campaign.planned(planRevision());
            return;
        }
        PersonGuard changed = kind == Kind.OPT_OUT
                ? next.guard(guard).suppressed(new Suppression("asked", "person", at))
                : next.guard(guard).answered(at, ProtocolModel.QUIET);
        next.guards.put(guard, changed);
    }

    private void moveFirst(World next, int index, List<String> open, Weakening weakening, Instant at) {
        var id = open.get(0);
        var before = next.contact(id);
        var after = moved(before, weakening, at);
        next.contacts.put(id, after);
        if (before.planRevision() == THIRD && after.cancelledFor(Contact.NOT_IN_PLAN)) {
            next.broken = "whom the newest shortlist names is taken out";
        }
        SortedSet<String> names = new TreeSet<>(named);
        if (after.perhapsUnderWay() && !acknowledged) {
            names.add(id);
        }
        var rest = List.copyOf(open.subList(1, open.size()));
        next.stoppings.set(index, new Stopping(kind, guardsSet, rest, List.copyOf(names), acknowledged));
    }

    private Contact moved(Contact contact, Weakening weakening, Instant at) {
        return switch (kind) {
            case UNNAMED -> {
                if (weakening == Weakening.CLAIM_LEFT_TO_ITSELF && contact.state() == ContactState.CLAIMED) {
                    yield contact;
                }
                yield weakening == Weakening.OLDER_PLAN_UNDOES
                        ? contact.cancelled(kind.why)
                        : contact.unnamedBy(SECOND);
            }
            case NAMED_AGAIN -> contact.namedBy(THIRD, at);
            default -> contact.cancelled(kind.why);
        };
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

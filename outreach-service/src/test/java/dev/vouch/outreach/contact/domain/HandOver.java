package dev.vouch.outreach.contact.domain;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.contact.domain.World.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One instance and the mail server: body, ledger, dot, answer, and whatever may be lost between them. */
final class HandOver {

    /** RFC 5321 lets a server give up a silent client; the local mail server is set to do so. */
    private static final int SERVER_HANGS_UP = 10;

    private final World world;
    private final int index;
    private final Deadlines deadlines;
    private final SendAttempt attempt;
    private final Contact contact;
    private final List<World> worlds = new ArrayList<>();

    HandOver(World world, int index, Deadlines deadlines) {
        this.world = world;
        this.index = index;
        this.deadlines = deadlines;
        this.attempt = world.senders.get(index).attempt();
        this.contact = world.contact(attempt.contactId());
    }

    /** The good one first. */
    List<World> next() {
        var token = attempt.token();
        switch (world.senders.get(index).mail()) {
            case IDLE -> {
                worlds.add(at(Mail.BODY_WRITTEN, world.minutes));
                if (byMail()) {
                    worlds.add(at(Mail.REFUSED));
                }
            }
            case BODY_WRITTEN -> commit();
            case COMMITTED -> {
                if (world.minutes < idleSince() + SERVER_HANGS_UP) {
                    worlds.add(at(Mail.TAKEN).then(next -> next.dot(attempt.contactId(), token)));
                    worlds.add(at(Mail.REFUSED));
                }
                worlds.add(at(Mail.UNANSWERED));
            }
            case TAKEN -> {
                record(stored -> stored.delivered(token, "250", world.now()));
                worlds.add(at(Mail.UNANSWERED));
            }
            case REFUSED -> {
                record(stored -> stored.refused(token, false, "4xx", world.now(), deadlines));
                record(stored -> stored.refused(token, true, "5xx", world.now(), deadlines));
            }
            case UNANSWERED -> record(stored -> stored.unanswered(token, "no answer"));
        }
        return worlds;
    }

    /** The ledger's last word before the dot, or before a person gets the text. */
    private void commit() {
        if (contact.committed(attempt.token(), world.now()) instanceof Decision.Accepted<Contact> accepted) {
            var written = world.then(next -> next.contacts.put(attempt.contactId(), accepted.next()));
            var committed = new HandOver(written, index, deadlines);
            worlds.add(byMail() ? committed.at(Mail.COMMITTED, idleSince()) : committed.textHeld());
            // the store's answer was lost: counts as not written, and no dot follows
            worlds.add(committed.at(Mail.REFUSED));
        }
        worlds.add(at(Mail.REFUSED));
    }

    private World textHeld() {
        return world.then(next -> {
            next.heldTexts.put(attempt.token(), attempt.contactId());
            next.goOn(index, attempt.handedOver(contact));
        });
    }

    private boolean byMail() {
        return contact.channel().filter(ContactChannel.EMAIL::equals).isPresent();
    }

    private int idleSince() {
        return world.senders.get(index).idleSince();
    }

    private World at(Mail mail) {
        return at(mail, 0);
    }

    private World at(Mail mail, int idleSince) {
        return world.then(next -> next.senders.set(index, new World.Sender(attempt, mail, idleSince)));
    }

    private void record(UnaryOperator<Contact> answered) {
        worlds.add(world.then(next -> {
            var after = answered.apply(contact);
            next.contacts.put(attempt.contactId(), after);
            next.goOn(index, attempt.handedOver(after));
        }));
    }
}

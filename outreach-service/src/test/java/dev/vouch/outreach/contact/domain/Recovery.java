package dev.vouch.outreach.contact.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;

/** What becomes of a world if from now on everything works and time goes by, but no person does anything. */
final class Recovery {

    private static final Set<ContactState> AT_REST =
            Set.of(ContactState.SENT, ContactState.FAILED, ContactState.CANCELLED, ContactState.UNKNOWN);
    private static final int PLENTY = 99;
    private static final int YEAR = (int) Duration.ofDays(365).toMinutes();
    private static final int YEARS = 3;

    private Recovery() {}

    /** Nothing but what is stored is left, and the mail server has hung up on everybody. */
    static World afterCrash(World world) {
        return world.then(next -> {
            next.senders.clear();
            next.followUp = null;
            next.minutes = 0;
            next.stoppings.replaceAll(stopping -> stopping.begun() ? Stopping.of(stopping.kind()) : stopping);
        });
    }

    static boolean comesToRest(World crashed) {
        var model = new ProtocolModel(
                new ProtocolModel.Bounds(PLENTY, 0, 0, false, ProtocolModel.deadlines(Duration.ZERO)),
                ProtocolModel.Weakening.NONE);
        var world = crashed;
        for (int year = 0; year < YEARS; year++) {
            world = world.then(next -> next.minutes += YEAR);
            for (int step = 0; step < PLENTY; step++) {
                var possible = new ArrayList<World>();
                model.stop(world, possible);
                if (world.senders.isEmpty()) {
                    model.takeOver(world, possible);
                }
                model.work(world, possible);
                if (possible.isEmpty()) {
                    break;
                }
                world = possible.get(0);
            }
        }
        return world.broken == null
                && world.stoppings.stream().allMatch(each -> each.over() || each.kind() == Stopping.Kind.REPLY)
                && world.contacts.values().stream().allMatch(contact -> AT_REST.contains(contact.state()));
    }
}

package dev.vouch.outreach.suppression;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.suppression.domain.PersonGuard;
import jakarta.inject.Singleton;

/** The person changed their mind, or it was a mistake. What was cancelled meanwhile stays cancelled. */
@Singleton
public class LiftSuppression {

    private final PersonGuardStore guards;

    LiftSuppression(PersonGuardStore guards) {
        this.guards = guards;
    }

    public Decision<Versioned<PersonGuard>> lift(String guardId, Command command) {
        return guards.change(guardId, command, guard -> Decision.accepted(guard.lifted()), Announcement.none());
    }
}

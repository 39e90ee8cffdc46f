package dev.vouch.campaign.collaboration;

import dev.vouch.campaign.collaboration.domain.Collaboration;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Accepts the newest offer: AGREEING, then the fee is reserved, then AGREED. If the process ends in between, the timer goes
 * on; if the budget refuses, the collaboration stays open and says why.
 */
@Singleton
public class AgreeFee {

    private final CollaborationStore collaborations;
    private final ContinueCollaboration continueCollaboration;
    private final Clock clock;

    AgreeFee(CollaborationStore collaborations, ContinueCollaboration continueCollaboration, Clock clock) {
        this.collaborations = collaborations;
        this.continueCollaboration = continueCollaboration;
        this.clock = clock;
    }

    public Decision<Versioned<Collaboration>> agree(String id, Command command) {
        return collaborations
                .change(
                        id,
                        command,
                        current -> current.agree(command.actor(), clock.instant()),
                        CollaborationEvents::told)
                .then(agreeing -> outcome(continueCollaboration.continueWith(id)));
    }

    private static Decision<Versioned<Collaboration>> outcome(Versioned<Collaboration> settled) {
        var state = settled.state();
        if (state.state() == Collaboration.State.AGREED) {
            return Decision.accepted(settled);
        }
        return state.refusals().isEmpty()
                ? Decision.refused(Reason.of("collaboration.not-open", "state", state.state()))
                : new Decision.Refused<>(state.refusals());
    }
}

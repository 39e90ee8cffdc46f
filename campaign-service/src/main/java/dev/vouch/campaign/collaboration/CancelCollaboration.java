package dev.vouch.campaign.collaboration;

import dev.vouch.campaign.collaboration.domain.Collaboration;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives a collaboration up, an agreed one too; its fee is free again before it counts as ended. */
@Singleton
public class CancelCollaboration {

    static final String CODE = "collaboration.cancelled";

    private final CollaborationStore collaborations;
    private final ContinueCollaboration continueCollaboration;
    private final Clock clock;

    CancelCollaboration(CollaborationStore collaborations, ContinueCollaboration continueCollaboration, Clock clock) {
        this.collaborations = collaborations;
        this.continueCollaboration = continueCollaboration;
        this.clock = clock;
    }

    public Decision<Versioned<Collaboration>> cancel(String id, Command command) {
        return collaborations
                .change(
                        id,
                        command,
                        current -> Decision.accepted(current.cancelled(CODE, clock.instant())),
                        CollaborationEvents::told)
                .map(cancelling -> continueCollaboration.continueWith(id));
    }
}

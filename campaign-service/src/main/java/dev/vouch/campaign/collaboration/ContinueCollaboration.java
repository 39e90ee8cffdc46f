package dev.vouch.campaign.collaboration;

import dev.vouch.campaign.budget.ReleaseBudget;
import dev.vouch.campaign.budget.ReserveBudget;
import dev.vouch.campaign.collaboration.domain.Agreement;
import dev.vouch.campaign.collaboration.domain.Collaboration;
import dev.vouch.campaign.planning.Campaigns;
import dev.vouch.campaign.planning.StartRunning;
import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Takes a collaboration as far as it can go by itself. Every step may be repeated by anybody: use cases call it after their
 * own write, and the timer for whatever still waits, so that a crash in between only delays.
 */
@Singleton
public class ContinueCollaboration {

    private static final Command BY = Command.bySystem("campaign.collaboration");
    private static final String PREPARED_BY = "vouch";

    private final CollaborationStore collaborations;
    private final Campaigns campaigns;
    private final StartRunning startRunning;
    private final ReserveBudget reserveBudget;
    private final ReleaseBudget releaseBudget;
    private final Clock clock;

    ContinueCollaboration(
            CollaborationStore collaborations,
            Campaigns campaigns,
            StartRunning startRunning,
            ReserveBudget reserveBudget,
            ReleaseBudget releaseBudget,
            Clock clock) {
        this.collaborations = collaborations;
        this.campaigns = campaigns;
        this.startRunning = startRunning;
        this.reserveBudget = reserveBudget;
        this.releaseBudget = releaseBudget;
        this.clock = clock;
    }

    public Versioned<Collaboration> continueWith(String id) {
        var current = collaborations.get(id);
        var next = step(current);
        while (next.version() != current.version()) {
            current = next;
            next = step(current);
        }
        return next;
    }

    private Versioned<Collaboration> step(Versioned<Collaboration> current) {
        var state = current.state();
        return switch (state.state()) {
            case EXPECTED, OPEN -> isOver(state) ? end(current) : open(current);
            case AGREEING -> isOver(state) ? end(current) : reserve(current, agreementOf(state));
            case CANCELLING -> release(current);
            case AGREED, ENDED -> current;
        };
    }

    private boolean isOver(Collaboration collaboration) {
        return campaigns
                .find(collaboration.campaignId())
                .filter(Campaign::isOver)
                .isPresent();
    }

    private Versioned<Collaboration> end(Versioned<Collaboration> current) {
        return write(current, state -> state.cancelledUnlessAgreed("campaign.over", clock.instant()));
    }

    private Versioned<Collaboration> open(Versioned<Collaboration> current) {
        var state = current.state();
        if (state.state() == Collaboration.State.OPEN) {
            return current;
        }
        return campaigns
                .ceiling(state.campaignId(), state.influencerId())
                .map(ceiling -> write(current, now -> now.opened(ceiling, PREPARED_BY, clock.instant())))
                .orElse(current);
    }

    /** The campaign runs before the assignment is told, so that nobody hears of an assignment of one that does not. */
    private Versioned<Collaboration> reserve(Versioned<Collaboration> current, Agreement agreement) {
        var state = current.state();
        var reservationId = agreement.reservationId();
        var answer = reserveBudget.reserve(state.campaignId(), reservationId, state.id(), agreement.fee(), BY);
        if (answer instanceof Decision.Refused<?> refused) {
            return write(current, now -> now.unaffordable(reservationId, refused.reasons(), clock.instant()));
        }
        startRunning.start(state.campaignId(), BY);
        return write(current, now -> now.bound(reservationId, clock.instant()));
    }

    private Versioned<Collaboration> release(Versioned<Collaboration> current) {
        var state = current.state();
        releaseBudget.release(state.campaignId(), agreementOf(state).reservationId(), state.id(), BY);
        return write(current, now -> now.released(clock.instant()));
    }

    private Versioned<Collaboration> write(Versioned<Collaboration> current, UnaryOperator<Collaboration> change) {
        var written = collaborations.change(
                current.id(), BY, state -> Decision.accepted(change.apply(state)), CollaborationEvents::told);
        return ((Decision.Accepted<Versioned<Collaboration>>) written).next();
    }

    private static Agreement agreementOf(Collaboration collaboration) {
        return Objects.requireNonNull(collaboration.agreement(), collaboration.state()::name);
    }
}

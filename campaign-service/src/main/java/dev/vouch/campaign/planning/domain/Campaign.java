package dev.vouch.campaign.planning.domain;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A campaign from draft to completed.
 *
 * @param endedAt when it was completed or cancelled
 * @param endReason why it was cancelled, in the words of who did it
 */
public record Campaign(
        String id,
        Plan plan,
        State state,
        Instant createdAt,
        @Nullable Instant launchedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    /** In the order in which a campaign goes through them. */
    public enum State {
        DRAFT,
        LAUNCHED,
        IN_SELECTION,
        IN_OUTREACH,
        RUNNING,
        COMPLETED,
        CANCELLED;

        private static final Set<State> OVER = EnumSet.of(COMPLETED, CANCELLED);
    }

    /** Times as a store keeps them, so that a state reads the same before and after. */
    public Campaign {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        launchedAt = launchedAt == null ? null : launchedAt.truncatedTo(ChronoUnit.MILLIS);
        endedAt = endedAt == null ? null : endedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public static Campaign drafted(String id, Plan plan, Instant now) {
        return new Campaign(id, plan, State.DRAFT, now, null, null, null);
    }

    public Decision<Campaign> replan(Plan next) {
        return state == State.DRAFT
                ? Decision.accepted(drafted(id, next, createdAt))
                : Decision.refused(Reason.of("campaign.plan-is-fixed", "state", state));
    }

    public Decision<Campaign> launch(Instant now) {
        if (state != State.DRAFT) {
            return Decision.refused(Reason.of("campaign.already-launched", "state", state));
        }
        return Decision.unless(
                LaunchPolicy.objections(plan, LocalDate.ofInstant(now, ZoneOffset.UTC)),
                () -> new Campaign(id, plan, State.LAUNCHED, createdAt, now, null, null));
    }

    public Decision<Campaign> cancel(@Nullable String reason, Instant now) {
        return state == State.CANCELLED
                ? Decision.accepted(this)
                : Decision.unless(
                        alreadyOver().stream().toList(),
                        () -> new Campaign(id, plan, State.CANCELLED, createdAt, launchedAt, now, reason));
    }

    public Decision<Campaign> complete(Instant now) {
        if (state == State.COMPLETED) {
            return Decision.accepted(this);
        }
        var notYet = Reason.when(state == State.DRAFT, "campaign.not-launched");
        return Decision.unless(
                Stream.concat(alreadyOver().stream(), notYet.stream()).toList(),
                () -> new Campaign(id, plan, State.COMPLETED, createdAt, launchedAt, now, null));
    }

    /** Follows what the other services and the collaborations report; never backwards, and not once it is over. */
    public Campaign reaching(State next) {
        return isOpen() && next.compareTo(state) > 0
                ? new Campaign(id, plan, next, createdAt, launchedAt, endedAt, endReason)
                : this;
    }

    /** Launched and not over: creators may be won and results counted. */
    public boolean isOpen() {
        return state != State.DRAFT && !isOver();
    }

    public boolean isOver() {
        return State.OVER.contains(state);
    }

    private Optional<Reason> alreadyOver() {
        return Reason.when(isOver(), "campaign.already-over", "state", state);
    }
}

package dev.vouch.campaign.kpi;

import dev.vouch.campaign.kpi.domain.Conversion;
import dev.vouch.campaign.kpi.domain.IntakePolicy;
import dev.vouch.campaign.kpi.domain.Measurement;
import dev.vouch.campaign.planning.Campaigns;
import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.event.EventId;
import dev.vouch.chassis.submission.Outcome;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes in one observation. Each post and each conversion is a document of its own under a name that follows from it, and
 * merging commutes, so that order and repetition do not matter.
 */
@Singleton
public class RecordResult {

    private final MeasurementStore measurements;
    private final ConversionStore conversions;
    private final Campaigns campaigns;
    private final Unmeasured unmeasured;

    RecordResult(
            MeasurementStore measurements, ConversionStore conversions, Campaigns campaigns, Unmeasured unmeasured) {
        this.measurements = measurements;
        this.conversions = conversions;
        this.campaigns = campaigns;
        this.unmeasured = unmeasured;
    }

    public Outcome post(String postId, Measurement observed, Command command) {
        var campaign = campaigns.find(observed.campaignId()).orElse(null);
        return unless(
                IntakePolicy.objections(campaign),
                observed.campaignId(),
                () -> merge(
                        measurements,
                        EventId.hash(observed.campaignId(), observed.influencerId(), postId),
                        observed::merged,
                        command));
    }

    public Outcome conversion(String conversionId, Conversion told, Command command) {
        var campaign = campaigns.find(told.campaignId()).orElse(null);
        return unless(
                IntakePolicy.objections(campaign, told.revenue().currency()),
                told.campaignId(),
                () -> merge(conversions, EventId.hash(told.campaignId(), conversionId), told::merged, command));
    }

    private interface Merge {
        Outcome run();
    }

    private Outcome unless(List<Reason> objections, String campaignId, Merge merge) {
        if (!objections.isEmpty()) {
            return Outcome.refused(objections);
        }
        var outcome = merge.run();
        unmeasured.add(campaignId);
        return outcome;
    }

    private static <T> Outcome merge(
            AggregateStore<T> store, String id, UnaryOperator<@Nullable T> merged, Command command) {
        var outcome = new AtomicReference<>(Outcome.UNCHANGED);
        store.upsert(
                id,
                command.withoutConditions(),
                before -> {
                    var after = merged.apply(before);
                    outcome.set(
                            before == null
                                    ? Outcome.CREATED
                                    : after.equals(before) ? Outcome.UNCHANGED : Outcome.CHANGED);
                    return Decision.accepted(after);
                },
                Announcement.none());
        return Objects.requireNonNull(outcome.get());
    }
}

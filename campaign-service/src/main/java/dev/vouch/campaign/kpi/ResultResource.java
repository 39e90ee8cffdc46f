package dev.vouch.campaign.kpi;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.campaign.kpi.domain.Conversion;
import dev.vouch.campaign.kpi.domain.Measurement;
import dev.vouch.campaign.kpi.domain.Reading;
import dev.vouch.campaign.kpi.domain.Receipt;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.RefusedException;
import dev.vouch.chassis.security.Role;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.chassis.submission.Submission;
import dev.vouch.chassis.submission.SubmissionStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The same observations as on the topic, for those who have no broker at hand. */
@Singleton
@Path("/api/v1")
@Tag(name = "Results", description = "What came of a campaign, as others observed it")
class ResultResource {

    private static final String INFLUENCER_ID = "[a-z][a-z0-9]{0,31}-[0-9a-f]{16}";

    private final RecordResult recordResult;
    private final ReceiptStore receipts;
    private final SubmissionStore submissions;
    private final Clock clock;

    ResultResource(RecordResult recordResult, ReceiptStore receipts, SubmissionStore submissions, Clock clock) {
        this.recordResult = recordResult;
        this.receipts = receipts;
        this.submissions = submissions;
        this.clock = clock;
    }

    record MeasurementRequest(
            @NotNull @Pattern(regexp = INFLUENCER_ID) @Schema(examples = "instagram-3f9c1a7be2d04586")
            String influencerId,

            @NotBlank @Size(max = 200) @Schema(examples = "C1x9-example")
            String postId,

            @NotNull @Schema(examples = "2027-01-15T08:00:00Z")
            Instant observedAt,

            @PositiveOrZero @Schema(description = "Cumulative, like all figures", examples = "412") @Nullable
            Long likes,

            @PositiveOrZero @Nullable Long comments,
            @PositiveOrZero @Nullable Long views,
            @PositiveOrZero @Nullable Long reach,
            @PositiveOrZero @Nullable Long impressions,
            @PositiveOrZero @Nullable Long clicks) {

        Measurement toMeasurement(String campaignId, String eventId) {
            return new Measurement(
                    campaignId,
                    influencerId,
                    reading(likes, eventId),
                    reading(comments, eventId),
                    reading(views, eventId),
                    reading(reach, eventId),
                    reading(impressions, eventId),
                    reading(clicks, eventId));
        }

        private @Nullable Reading reading(@Nullable Long value, String eventId) {
            return value == null ? null : new Reading(value, observedAt, eventId);
        }
    }

    record ConversionRequest(
            @NotBlank @Size(max = 200) @Schema(examples = "order-10482")
            String conversionId,

            @Pattern(regexp = INFLUENCER_ID) @Schema(examples = "instagram-3f9c1a7be2d04586") @Nullable
            String influencerId,

            @NotNull @Schema(examples = "2027-01-15T08:00:00Z")
            Instant occurredAt,

            @NotNull @PositiveOrZero @Schema(examples = "4990")
            Long revenueMinorUnits,

            @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(examples = "EUR")
            String currency) {

        Conversion toConversion(String campaignId, String eventId) {
            return new Conversion(
                    campaignId, influencerId, new Money(revenueMinorUnits, currency), occurredAt, eventId);
        }
    }

    record ReceiptView(
            @Schema(description = "Asks for the outcome again: submissions/{eventId}")
            String eventId,

            Outcome.Kind outcome) {}

    @POST
    @Path("/campaigns/{id}/measurements")
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "recordMeasurement", summary = "The figures of one post; of each the newest counts")
    public RestResponse<ReceiptView> measurement(
            @PathParam("id") @Size(max = Limits.ID) String campaignId,
            @NotNull @Valid MeasurementRequest request,
            @BeanParam Asked asked) {
        var eventId = asked.newId();
        var observed = request.toMeasurement(campaignId, eventId);
        return receipt(
                eventId,
                campaignId,
                asked.command(),
                () -> recordResult.post(request.postId(), observed, asked.command()));
    }

    @POST
    @Path("/campaigns/{id}/conversions")
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "recordConversion", summary = "Something that was bought; told twice it counts once")
    public RestResponse<ReceiptView> conversion(
            @PathParam("id") @Size(max = Limits.ID) String campaignId,
            @NotNull @Valid ConversionRequest request,
            @BeanParam Asked asked) {
        var eventId = asked.newId();
        var told = request.toConversion(campaignId, eventId);
        return receipt(
                eventId,
                campaignId,
                asked.command(),
                () -> recordResult.conversion(request.conversionId(), told, asked.command()));
    }

    private RestResponse<ReceiptView> receipt(
            String eventId, String campaignId, Command command, Supplier<Outcome> recording) {
        var first = receipts.create(
                eventId, command, () -> Decision.accepted(new Receipt(eventId, null)), Announcement.none());
        var known = Answers.accepted(first).state();
        return accepted(known.outcome() == null ? recorded(known, campaignId, command, recording.get()) : known);
    }

    private Receipt recorded(Receipt open, String campaignId, Command command, Outcome outcome) {
        submissions.record(List.of(new Submission(open.eventId(), null, campaignId, outcome, clock.instant())));
        if (outcome.kind() == Outcome.Kind.REFUSED) {
            throw new RefusedException(outcome.reasons());
        }
        var settled = receipts.change(
                open.eventId(),
                command.withoutConditions(),
                receipt -> Decision.accepted(receipt.saying(outcome.kind().name())),
                Announcement.none());
        return Answers.accepted(settled).state();
    }

    private static RestResponse<ReceiptView> accepted(Receipt receipt) {
        return Answers.accepted(
                URI.create("/api/v1/submissions/" + receipt.eventId()),
                new ReceiptView(receipt.eventId(), Outcome.Kind.valueOf(Objects.requireNonNull(receipt.outcome()))));
    }
}

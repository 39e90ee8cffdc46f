package dev.vouch.campaign.collaboration;

import dev.vouch.campaign.collaboration.domain.Agreement;
import dev.vouch.campaign.collaboration.domain.Collaboration;
import dev.vouch.campaign.collaboration.domain.Deliverable;
import dev.vouch.campaign.collaboration.domain.Offer;
import dev.vouch.campaign.planning.Campaigns;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Explanation;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.http.Paging;
import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.chassis.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Singleton
@Path("/api/v1")
@Tag(name = "Collaborations", description = "What a campaign and one influencer agree")
class CollaborationResource {

    private final CollaborationStore collaborations;
    private final Campaigns campaigns;
    private final MakeOffer makeOffer;
    private final AgreeFee agreeFee;
    private final CancelCollaboration cancelCollaboration;
    private final ReasonTexts texts;

    CollaborationResource(
            CollaborationStore collaborations,
            Campaigns campaigns,
            MakeOffer makeOffer,
            AgreeFee agreeFee,
            CancelCollaboration cancelCollaboration,
            ReasonTexts texts) {
        this.collaborations = collaborations;
        this.campaigns = campaigns;
        this.makeOffer = makeOffer;
        this.agreeFee = agreeFee;
        this.cancelCollaboration = cancelCollaboration;
        this.texts = texts;
    }

    record OfferRequest(
            @NotNull @PositiveOrZero @Schema(description = "In the campaign's currency", examples = "40000")
            Long feeMinorUnits,

            @NotNull @Size(max = 50) List<@NotNull @Valid DeliverableBody> deliverables) {}

    record DeliverableBody(
            @NotNull @Schema(examples = "REEL") Deliverable.Kind kind,
            @Positive @Max(1_000) @Schema(examples = "1") int count) {

        static DeliverableBody of(Deliverable deliverable) {
            return new DeliverableBody(deliverable.kind(), deliverable.count());
        }

        static List<DeliverableBody> of(List<Deliverable> deliverables) {
            return deliverables.stream().map(DeliverableBody::of).toList();
        }
    }

    record CollaborationCancellationRequest(
            @NotBlank @Size(max = Limits.REASON) @Schema(examples = "The creator works for a competitor")
            String reason) {}

    record CollaborationView(
            String id,
            String campaignId,
            String influencerId,
            String contactId,
            Collaboration.State state,

            @Schema(description = "When it came into its state")
            Instant since,

            @Nullable Long askedFeeMinorUnits,
            @Nullable String askedCurrency,
            List<OfferView> offers,
            @Nullable AgreementView agreement,

            @Schema(examples = "collaboration.cancelled") @Nullable
            String endCode,

            @Schema(description = "Why the last attempt to offer or agree failed")
            List<Explanation> refusals) {}

    record OfferView(
            int version,
            long feeMinorUnits,
            String currency,
            List<DeliverableBody> deliverables,
            String madeBy,
            Instant madeAt) {

        static OfferView of(Offer offer) {
            return new OfferView(
                    offer.version(),
                    offer.fee().minorUnits(),
                    offer.fee().currency(),
                    DeliverableBody.of(offer.deliverables()),
                    offer.madeBy(),
                    offer.madeAt());
        }
    }

    record AgreementView(
            String reservationId,
            long feeMinorUnits,
            String currency,
            List<DeliverableBody> deliverables,
            String agreedBy,
            Instant agreedAt) {

        static @Nullable AgreementView of(@Nullable Agreement agreement) {
            return agreement == null
                    ? null
                    : new AgreementView(
                            agreement.reservationId(),
                            agreement.fee().minorUnits(),
                            agreement.fee().currency(),
                            DeliverableBody.of(agreement.deliverables()),
                            agreement.agreedBy(),
                            agreement.agreedAt());
        }
    }

    @GET
    @Path("/campaigns/{id}/collaborations")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(operationId = "listCollaborations", summary = "The collaborations of a campaign, page by page")
    public Page<CollaborationView> list(
            @PathParam("id") @Size(max = Limits.ID) String campaignId,
            @BeanParam Paging paging,
            @Context HttpHeaders headers) {
        campaigns.get(campaignId);
        var found = collaborations.pageOf(campaignId, paging.after(), paging.limit() + 1);
        return Page.of(found, paging.limit(), Versioned::id).map(view(locale(headers)));
    }

    @GET
    @Path("/collaborations/{id}")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(operationId = "getCollaboration", summary = "One collaboration with its offers")
    public RestResponse<CollaborationView> get(
            @PathParam("id") @Size(max = Limits.ID) String id, @Context HttpHeaders headers) {
        return Answers.ok(collaborations.get(id), view(locale(headers)));
    }

    @POST
    @Path("/collaborations/{id}/offers")
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.ADMIN})
    @Operation(operationId = "makeOffer", summary = "Proposes terms; refused above the approved ceiling")
    public RestResponse<CollaborationView> offer(
            @PathParam("id") @Size(max = Limits.ID) String id,
            @NotNull @Valid OfferRequest request,
            @BeanParam Asked asked) {
        var deliverables = request.deliverables().stream()
                .map(each -> new Deliverable(each.kind(), each.count()))
                .toList();
        return Answers.ok(
                makeOffer.offer(id, request.feeMinorUnits(), deliverables, asked.command()), view(asked.locale()));
    }

    @POST
    @Path("/collaborations/{id}/agreement")
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.ADMIN})
    @Operation(
            operationId = "agree",
            summary = "Accepts the newest offer and reserves its fee",
            description = "Refused if the budget cannot bear it; the collaboration stays open")
    public RestResponse<CollaborationView> agree(
            @PathParam("id") @Size(max = Limits.ID) String id, @BeanParam Asked asked) {
        return Answers.ok(agreeFee.agree(id, asked.command()), view(asked.locale()));
    }

    @POST
    @Path("/collaborations/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.ADMIN})
    @Operation(operationId = "cancelCollaboration", summary = "Gives it up and frees its fee")
    public RestResponse<CollaborationView> cancel(
            @PathParam("id") @Size(max = Limits.ID) String id,
            @NotNull @Valid CollaborationCancellationRequest request,
            @BeanParam Asked asked) {
        var reason = request.reason();
        return Answers.ok(cancelCollaboration.cancel(id, asked.command().because(reason)), view(asked.locale()));
    }

    private static Locale locale(HttpHeaders headers) {
        return ReasonTexts.locale(headers.getAcceptableLanguages());
    }

    private Function<Versioned<Collaboration>, CollaborationView> view(Locale locale) {
        return versioned -> {
            var state = versioned.state();
            var asked = state.asked();
            return new CollaborationView(
                    state.id(),
                    state.campaignId(),
                    state.influencerId(),
                    state.contactId(),
                    state.state(),
                    state.since(),
                    asked == null ? null : asked.minorUnits(),
                    asked == null ? null : asked.currency(),
                    state.offers().stream().map(OfferView::of).toList(),
                    AgreementView.of(state.agreement()),
                    state.endCode(),
                    texts.explain(state.refusals(), locale));
        };
    }
}

package dev.vouch.campaign.planning;

import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a person does to a whole campaign; the other states follow what happens. */
@Singleton
@Path("/api/v1")
@Tag(name = "Campaigns")
class CampaignCourseResource {

    private final LaunchCampaign launchCampaign;
    private final CancelCampaign cancelCampaign;
    private final CompleteCampaign completeCampaign;

    CampaignCourseResource(
            LaunchCampaign launchCampaign, CancelCampaign cancelCampaign, CompleteCampaign completeCampaign) {
        this.launchCampaign = launchCampaign;
        this.cancelCampaign = cancelCampaign;
        this.completeCampaign = completeCampaign;
    }

    record CampaignCancellationRequest(
            @NotBlank @Size(max = Limits.REASON) @Schema(examples = "The product is withdrawn")
            String reason) {}

    record CourseView(
            String id,
            Campaign.State state,
            @Nullable Instant launchedAt,
            @Nullable Instant endedAt,
            @Nullable String endReason) {

        static CourseView of(Versioned<Campaign> campaign) {
            var state = campaign.state();
            return new CourseView(state.id(), state.state(), state.launchedAt(), state.endedAt(), state.endReason());
        }
    }

    @POST
    @Path("/campaigns/{id}/launch")
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.ADMIN})
    @Operation(
            operationId = "launchCampaign",
            summary = "Lets the other services work for it",
            description =
                    "Refused, with every reason at once, without a KPI that has target, unit, measuring rule and date")
    public RestResponse<CourseView> launch(@PathParam("id") @Size(max = Limits.ID) String id, @BeanParam Asked asked) {
        return Answers.ok(launchCampaign.launch(id, asked.command()), CourseView::of);
    }

    @POST
    @Path("/campaigns/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.ADMIN})
    @Operation(
            operationId = "cancelCampaign",
            summary = "Ends it before its time",
            description =
                    "Open collaborations end; what is agreed with a creator stays agreed until a person cancels it")
    public RestResponse<CourseView> cancel(
            @PathParam("id") @Size(max = Limits.ID) String id,
            @NotNull @Valid CampaignCancellationRequest request,
            @BeanParam Asked asked) {
        return Answers.ok(cancelCampaign.cancel(id, asked.command().because(request.reason())), CourseView::of);
    }

    @POST
    @Path("/campaigns/{id}/completion")
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.ADMIN})
    @Operation(operationId = "completeCampaign", summary = "Closes it; its figures are final")
    public RestResponse<CourseView> complete(
            @PathParam("id") @Size(max = Limits.ID) String id, @BeanParam Asked asked) {
        return Answers.ok(completeCampaign.complete(id, asked.command()), CourseView::of);
    }
}

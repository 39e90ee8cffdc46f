package dev.vouch.scoring.shortlist;

import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.chassis.security.Role;
import dev.vouch.scoring.candidate.Candidates;
import dev.vouch.scoring.shortlist.ShortlistViews.ShortlistView;
import dev.vouch.scoring.shortlist.domain.Shortlist;
import dev.vouch.scoring.shortlist.domain.Shortlist.PersonDecision;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/shortlists/{campaignId}")
@Tag(name = "shortlists", description = "Who is worth the budget; a person decides")
class ShortlistResource {

    private static final String CSV = "text/csv";

    private final ShortlistStore store;
    private final Candidates candidates;
    private final ProposeShortlist proposeShortlist;
    private final DecideEntry decideEntry;
    private final ApproveShortlist approveShortlist;
    private final ShortlistViews views;
    private final ShortlistCsv csv;

    ShortlistResource(
            ShortlistStore store,
            Candidates candidates,
            ProposeShortlist proposeShortlist,
            DecideEntry decideEntry,
            ApproveShortlist approveShortlist,
            ReasonTexts texts) {
        this.store = store;
        this.candidates = candidates;
        this.proposeShortlist = proposeShortlist;
        this.decideEntry = decideEntry;
        this.approveShortlist = approveShortlist;
        this.views = new ShortlistViews(texts);
        this.csv = new ShortlistCsv(texts);
    }

    record DecisionRequest(
            @NotBlank @Size(max = Limits.ID) String influencerId,

            @NotNull @Schema(description = "UNDO takes an earlier decision back")
            PersonDecision.Kind decision,

            @Size(max = Limits.REASON) @Nullable String reason) {}

    @GET
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(summary = "The shortlist of a campaign, or how far it is")
    public RestResponse<ShortlistView> shortlist(
            @PathParam("campaignId") @Size(max = Limits.ID) String campaignId, @BeanParam Asked asked) {
        var campaign = candidates.campaign(campaignId);
        return store.find(campaignId)
                .map(found -> Answers.ok(found, each -> view(each, asked.locale())))
                .orElseGet(() -> RestResponse.ok(views.waiting(campaign, candidates.progress(campaign))));
    }

    @POST
    @Path("proposals")
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.APPROVER})
    @Operation(summary = "Choose again from what is known now; decisions of people stay")
    public RestResponse<ShortlistView> propose(
            @PathParam("campaignId") @Size(max = Limits.ID) String campaignId, @BeanParam Asked asked) {
        return Answers.ok(proposeShortlist.again(campaignId, asked.command()), found -> view(found, asked.locale()));
    }

    @POST
    @Path("decisions")
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.APPROVER})
    @Operation(summary = "Pin or exclude somebody, or take that back; the other places are filled anew")
    public RestResponse<ShortlistView> decide(
            @PathParam("campaignId") @Size(max = Limits.ID) String campaignId,
            @Valid @NotNull DecisionRequest request,
            @BeanParam Asked asked) {
        return Answers.ok(
                decideEntry.decide(
                        campaignId, request.influencerId(), request.decision(), request.reason(), asked.command()),
                found -> view(found, asked.locale()));
    }

    @POST
    @Path("approval")
    @RolesAllowed(Role.APPROVER)
    @Operation(summary = "Release the shortlist to outreach")
    public RestResponse<ShortlistView> approve(
            @PathParam("campaignId") @Size(max = Limits.ID) String campaignId, @BeanParam Asked asked) {
        return Answers.ok(approveShortlist.approve(campaignId, asked.command()), found -> view(found, asked.locale()));
    }

    @GET
    @Path("export.csv")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(summary = "The entries as a table that is safe to open in a spreadsheet")
    @APIResponse(responseCode = "200", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<String> export(
            @PathParam("campaignId") @Size(max = Limits.ID) String campaignId, @BeanParam Asked asked) {
        return RestResponse.ResponseBuilder.ok(csv.of(store.get(campaignId).state(), asked.locale()))
                .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=UTF-8")
                .build();
    }

    private ShortlistView view(Versioned<Shortlist> found, Locale locale) {
        var campaign = candidates.campaign(found.id());
        return views.of(found.state(), candidates.progress(campaign), locale);
    }
}

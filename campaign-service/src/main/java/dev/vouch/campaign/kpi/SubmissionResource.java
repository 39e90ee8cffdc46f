package dev.vouch.campaign.kpi;

import dev.vouch.chassis.http.Explanation;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.chassis.security.Role;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.chassis.submission.SubmissionStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Singleton
@Path("/api/v1")
@Tag(name = "Results")
class SubmissionResource {

    private final SubmissionStore submissions;
    private final ReasonTexts texts;

    SubmissionResource(SubmissionStore submissions, ReasonTexts texts) {
        this.submissions = submissions;
        this.texts = texts;
    }

    record SubmissionView(String eventId, Outcome.Kind outcome, List<Explanation> reasons, Instant at) {}

    @GET
    @Path("/submissions/{eventId}")
    @RolesAllowed({Role.VIEWER, Role.CAMPAIGN_MANAGER, Role.ADMIN, Role.SERVICE})
    @Operation(operationId = "getSubmission", summary = "What became of an observation that was handed in")
    public SubmissionView get(
            @PathParam("eventId") @Size(max = Limits.ID) String eventId, @Context HttpHeaders headers) {
        var found = submissions.get(eventId);
        return new SubmissionView(
                found.eventId(),
                found.outcome().kind(),
                texts.explain(found.outcome().reasons(), ReasonTexts.locale(headers.getAcceptableLanguages())),
                found.at());
    }
}

package dev.vouch.discovery.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vouch.chassis.aggregate.Receipts;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Explanation;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.chassis.outbox.EventPublisher;
import dev.vouch.chassis.security.Role;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.chassis.submission.SubmissionStore;
import dev.vouch.discovery.intake.domain.Mapping;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/submissions")
@Tag(name = "submissions", description = "Observations handed in one by one, as on the submission topic")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
class SubmissionResource {

    /** One observation; its fields are those of profile.observed or post.observed. */
    record Observation(
            @NotNull Mapping.Kind kind,

            @NotNull @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
            ObjectNode observation) {}

    /** Where to follow it. */
    record Accepted(String eventId) {}

    /** What became of an observation. */
    record SubmissionView(
            String eventId,
            Outcome.Kind outcome,
            @Nullable String influencerId,
            List<Explanation> reasons,
            Instant at) {}

    private final EventPublisher publisher;
    private final SubmissionStore submissions;
    private final Receipts receipts;
    private final ReasonTexts texts;
    private final Clock clock;

    SubmissionResource(
            EventPublisher publisher, SubmissionStore submissions, Receipts receipts, ReasonTexts texts, Clock clock) {
        this.publisher = publisher;
        this.submissions = submissions;
        this.receipts = receipts;
        this.texts = texts;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Role.RESEARCHER, Role.ADMIN, Role.SERVICE})
    @Operation(
            summary = "Hands an observation in",
            description = "It goes to the submission topic; under the event id its outcome can be asked for.")
    public RestResponse<Accepted> handIn(@NotNull @Valid Observation submission, @BeanParam Asked asked) {
        receipts.take(asked.command());
        var observation = submission.observation();
        if (!observation.has("observedAt")) {
            observation.put("observedAt", clock.instant().toString());
        }
        if (!observation.has("source")) {
            observation.put("source", "rest");
        }
        var outgoing = new ArrayList<dev.vouch.chassis.event.Outgoing>();
        outgoing.add(Answers.accepted(ObservationEvents.outgoing(
                submission.kind(), observation, asked.newId(), "/discovery-service/rest", clock.instant())));
        publisher.publish(outgoing);
        var eventId = outgoing.get(0).header("ce_id");
        return Answers.accepted(URI.create("/api/v1/submissions/" + eventId), new Accepted(eventId));
    }

    @GET
    @Path("/{eventId}")
    @RolesAllowed({Role.RESEARCHER, Role.DATA_PROTECTION, Role.ADMIN, Role.SERVICE})
    @Operation(summary = "What became of an observation, whichever way it came in")
    public SubmissionView get(@PathParam("eventId") @Size(max = Limits.ID) String eventId, @BeanParam Asked asked) {
        var submission = submissions.get(eventId);
        return new SubmissionView(
                eventId,
                submission.outcome().kind(),
                submission.subject(),
                texts.explain(submission.outcome().reasons(), asked.locale()),
                submission.at());
    }
}

package dev.vouch.outreach.conversation;

import dev.vouch.chassis.aggregate.Receipts;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Explanation;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.chassis.security.Role;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.chassis.submission.Submission;
import dev.vouch.chassis.submission.SubmissionStore;
import dev.vouch.outreach.conversation.domain.Incoming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Singleton
@Path("/api/v1/submissions")
@Tag(name = "Submissions", description = "Answers that other systems received, and what became of them")
class SubmissionResource {

    private final SubmissionStore submissions;
    private final Receipts receipts;
    private final RecordReply recordReply;
    private final ReasonTexts texts;
    private final Clock clock;

    SubmissionResource(
            SubmissionStore submissions, Receipts receipts, RecordReply recordReply, ReasonTexts texts, Clock clock) {
        this.submissions = submissions;
        this.receipts = receipts;
        this.recordReply = recordReply;
        this.texts = texts;
        this.clock = clock;
    }

    record ReplyRequest(
            @NotBlank @Size(max = 998) @Schema(examples = "<a1b2@mail.example.org>")
            String messageId,

            @Nullable @Size(max = 998) String inReplyTo,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 998) String> references,

            @Nullable @Size(max = 128) @Schema(description = "The contact's id, if the caller knows it")
            String contactToken,

            @Nullable @Size(max = 500) @Schema(examples = "mira@example.org")
            String from,

            @Nullable Instant receivedAt,
            @Nullable @Size(max = Limits.REASON) String subject,

            @NotNull @Size(max = 100_000) @Schema(examples = "Sehr gerne, mein Honorar wäre 250 Euro.")
            String text,

            @Nullable Boolean autoSubmitted) {

        Incoming toIncoming(Instant now) {
            var all = new ArrayList<String>();
            if (inReplyTo != null) {
                all.add(inReplyTo);
            }
            if (references != null) {
                all.addAll(references);
            }
            return new Incoming(
                    messageId,
                    all,
                    contactToken,
                    from,
                    receivedAt == null || receivedAt.isAfter(now) ? now : receivedAt,
                    subject,
                    text,
                    Boolean.TRUE.equals(autoSubmitted) ? Map.of("auto-submitted", "auto-replied") : Map.of());
        }
    }

    record SubmissionView(String eventId, Outcome.Kind outcome, List<Explanation> reasons, Instant at) {}

    @POST
    @RolesAllowed({Role.OUTREACH_SENDER, Role.ADMIN, Role.SERVICE})
    @Operation(
            summary = "Hand in an answer that came in elsewhere",
            description =
                    "The same Message-ID is one message, whether it comes here, by the topic or through the mailbox.")
    public RestResponse<SubmissionView> submit(@BeanParam Asked asked, @NotNull @Valid ReplyRequest request) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var eventId = asked.newId();
        receipts.take(asked.command());
        var outcome = recordReply.record(request.toIncoming(now)).outcome();
        submissions.record(List.of(new Submission(eventId, null, null, outcome, now)));
        return RestResponse.ResponseBuilder.<SubmissionView>created(URI.create("/api/v1/submissions/" + eventId))
                .entity(view(eventId, asked))
                .build();
    }

    @GET
    @Path("{eventId}")
    @RolesAllowed({Role.OUTREACH_SENDER, Role.DATA_PROTECTION, Role.ADMIN, Role.SERVICE})
    @Operation(summary = "What became of an answer that was handed in, here or on the topic")
    public SubmissionView get(@BeanParam Asked asked, @PathParam("eventId") @Size(max = Limits.ID) String eventId) {
        return view(eventId, asked);
    }

    private SubmissionView view(String eventId, Asked asked) {
        var found = submissions.get(eventId);
        return new SubmissionView(
                found.eventId(),
                found.outcome().kind(),
                texts.explain(found.outcome().reasons(), asked.locale()),
                found.at());
    }
}

package dev.vouch.discovery.intake;

import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Explanation;
import dev.vouch.chassis.http.InvalidRequest;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.http.Paging;
import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.chassis.security.Role;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.chassis.submission.Submission;
import dev.vouch.chassis.submission.SubmissionStore;
import dev.vouch.discovery.intake.domain.ImportJob;
import dev.vouch.discovery.intake.domain.Mapping;
import dev.vouch.discovery.profile.ImportSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/imports")
@Tag(name = "imports", description = "Files with profiles or posts: handed in, watched, each row with its result")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
class ImportResource {

    /**
     * An import.
     *
     * @param alreadyImported the same content came before and is done; the counts say that nothing changed
     */
    record ImportView(
            String id,
            String fileName,
            String mapping,
            Mapping.Kind kind,
            ImportJob.State state,
            Instant observedAt,
            Instant receivedAt,
            long rows,
            ImportJob.Counts counts,
            boolean alreadyImported,
            @Nullable String fault) {

        static ImportView of(Versioned<ImportJob> versioned) {
            var job = versioned.state();
            return new ImportView(
                    versioned.id(),
                    job.fileName(),
                    job.mapping(),
                    job.kind(),
                    job.state(),
                    job.observedAt(),
                    job.receivedAt(),
                    job.rows(),
                    job.countsOfLastTime(),
                    job.isDone() && job.repetitions() > 0,
                    job.fault());
        }
    }

    /** What became of one row. */
    record RowView(
            long row,
            String eventId,
            Outcome.Kind outcome,
            @Nullable String influencerId,
            List<Explanation> reasons) {}

    private final ReceiveFile receiveFile;
    private final ImportStore jobs;
    private final SubmissionStore submissions;
    private final ReasonTexts texts;

    ImportResource(ReceiveFile receiveFile, ImportStore jobs, SubmissionStore submissions, ReasonTexts texts) {
        this.receiveFile = receiveFile;
        this.jobs = jobs;
        this.submissions = submissions;
        this.texts = texts;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.RESEARCHER, Role.ADMIN})
    @Operation(
            summary = "Hands a file in",
            description =
                    "The body is the file as it is: CSV with tab, semicolon or comma, or JSON Lines; UTF-8, UTF-16"
                            + " or cp1252; also gzip. The same content with the same mapping and time is the same import.")
    public RestResponse<ImportView> handIn(
            InputStream file,
            @QueryParam("mapping")
                    @Size(max = Limits.NAME)
                    @Parameter(description = "Name of a mapping; without it the columns decide", example = "auto")
                    @Nullable
                    String mapping,
            @QueryParam("observedAt")
                    @Parameter(
                            description =
                                    "Date or time of observations that carry none; without it the time of receipt",
                            example = "2019-05-15")
                    @Nullable
                    String observedAt,
            @QueryParam("fileName") @Size(max = Limits.NAME) @Nullable String fileName,
            @BeanParam Asked asked) {
        var handover = new ReceiveFile.Handover(
                fileName == null ? "upload" : fileName,
                mapping == null || mapping.equals("auto") ? null : mapping,
                observedAt == null ? null : time(observedAt));
        var job = Answers.accepted(receiveFile.receive(file, handover, asked::command));
        return Answers.accepted(URI.create("/api/v1/imports/" + job.id()), ImportView.of(job));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(summary = "How far an import has come")
    public RestResponse<ImportView> get(@PathParam("id") @Size(max = Limits.ID) String id) {
        return Answers.ok(jobs.get(id), ImportView::of);
    }

    @GET
    @Path("/{id}/rows")
    @RolesAllowed({Role.RESEARCHER, Role.DATA_PROTECTION, Role.ADMIN})
    @Operation(summary = "What became of each row, in the order of the file")
    public Page<RowView> rows(
            @PathParam("id") @Size(max = Limits.ID) String id,
            @QueryParam("outcome") @Nullable String outcome,
            @BeanParam Paging paging,
            @BeanParam Asked asked) {
        jobs.get(id);
        var found = submissions.ofBatch(id, kind(outcome), paging.after(), paging.limit() + 1);
        return Page.of(found, paging.limit(), Submission::eventId).map(each -> row(each, asked));
    }

    private RowView row(Submission submission, Asked asked) {
        var eventId = submission.eventId();
        return new RowView(
                ImportSource.rowOf(eventId),
                eventId,
                submission.outcome().kind(),
                submission.subject(),
                texts.explain(submission.outcome().reasons(), asked.locale()));
    }

    private static Outcome.@Nullable Kind kind(@Nullable String outcome) {
        if (outcome == null) {
            return null;
        }
        try {
            return Outcome.Kind.valueOf(outcome);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidRequest("outcome", "must be one of " + List.of(Outcome.Kind.values()));
        }
    }

    private static Instant time(String text) {
        try {
            return text.length() == "2019-05-15".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            throw new InvalidRequest("observedAt", "must be a date or a time with its zone, as 2019-05-15");
        }
    }
}

package dev.vouch.discovery.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.event.Outgoing;
import dev.vouch.chassis.outbox.EventPublisher;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.chassis.submission.Submission;
import dev.vouch.chassis.submission.SubmissionStore;
import dev.vouch.discovery.intake.domain.ImportJob;
import dev.vouch.discovery.intake.domain.Mapping;
import dev.vouch.discovery.intake.file.ImportFile;
import dev.vouch.discovery.intake.file.Row;
import dev.vouch.discovery.intake.file.RowMapper;
import dev.vouch.discovery.profile.ImportSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a file and hands its rows in on the submission topic, as an outsider would. A row's event id follows from job and row,
 * so that a run that was cut off begins anew and says nothing new.
 */
@Singleton
public class RunImport {

    private static final Logger LOG = LoggerFactory.getLogger(RunImport.class);
    private static final int BATCH = 500;

    private final ImportStore jobs;
    private final Mappings mappings;
    private final Spool spool;
    private final EventPublisher publisher;
    private final SubmissionStore submissions;
    private final Clock clock;

    RunImport(
            ImportStore jobs,
            Mappings mappings,
            Spool spool,
            EventPublisher publisher,
            SubmissionStore submissions,
            Clock clock) {
        this.jobs = jobs;
        this.mappings = mappings;
        this.spool = spool;
        this.publisher = publisher;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Repeatable; a file that is gone fails the job. */
    public void run(String jobId) {
        var job = jobs.get(jobId).state();
        if (!spool.has(jobId)) {
            change(jobId, state -> state.failed("import.file-gone"));
            return;
        }
        try {
            var mapping = mappings.get(job.mapping());
            var batch = new Batch(jobId, job, mapping);
            new ImportFile(spool.file(jobId)).read(mapping.format(), batch::take);
            batch.handOver();
            change(jobId, state -> state.applying(batch.rows));
            LOG.info("import={} mapping={} rows={} refused={}", jobId, job.mapping(), batch.rows, batch.refused);
        } catch (IOException fault) {
            LOG.warn("import={} unreadable", jobId, fault);
            change(jobId, state -> state.failed("import.unreadable"));
        }
        spool.drop(jobId);
    }

    private Decision<Versioned<ImportJob>> change(String jobId, UnaryOperator<ImportJob> change) {
        return jobs.change(
                jobId,
                Command.bySystem("discovery.import"),
                state -> Decision.accepted(change.apply(state)),
                Announcement.none());
    }

    /** The rows that are on their way. */
    private final class Batch {
        private final String jobId;
        private final ImportJob job;
        private final Mapping mapping;
        private final RowMapper mapper;
        private final List<Outgoing> observations = new ArrayList<>();
        private final List<Submission> refusals = new ArrayList<>();
        private long rows;
        private long refused;

        Batch(String jobId, ImportJob job, Mapping mapping) {
            this.jobId = jobId;
            this.job = job;
            this.mapping = mapping;
            this.mapper = new RowMapper(mapping);
        }

        void take(Row row) {
            rows = row.number();
            var mapped = mapper.map(row);
            if (mapped.observation() != null) {
                observe(row, mapped.observation());
            } else if (mapped.refusal() != null) {
                refuse(row, List.of(mapped.refusal()));
            }
            if (observations.size() + refusals.size() >= BATCH) {
                handOver();
                change(jobId, state -> state.reading(rows));
            }
        }

        void handOver() {
            publisher.publish(observations);
            submissions.record(refusals);
            observations.clear();
            refusals.clear();
        }

        private void observe(Row row, ObjectNode observation) {
            if (!observation.has("observedAt")) {
                observation.put("observedAt", job.observedAt().toString());
            }
            if (!observation.has("source")) {
                observation.put("source", mapping.source());
            }
            var outgoing = ObservationEvents.outgoing(
                    mapping.kind(), observation, eventId(row), ImportSource.of(jobId), job.receivedAt());
            if (outgoing instanceof Decision.Accepted<Outgoing> accepted) {
                observations.add(accepted.next());
            } else if (outgoing instanceof Decision.Refused<Outgoing> no) {
                refuse(row, no.reasons());
            }
        }

        private void refuse(Row row, List<Reason> reasons) {
            refused++;
            refusals.add(new Submission(eventId(row), jobId, null, Outcome.refused(reasons), clock.instant()));
        }

        /** In the order of rows. */
        private String eventId(Row row) {
            return ImportSource.eventId(jobId, row.number());
        }
    }
}

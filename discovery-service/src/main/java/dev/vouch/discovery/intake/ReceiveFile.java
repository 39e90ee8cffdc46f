package dev.vouch.discovery.intake;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Receipts;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.event.EventId;
import dev.vouch.discovery.intake.domain.ImportJob;
import dev.vouch.discovery.intake.domain.Mapping;
import dev.vouch.discovery.intake.file.ImportFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes a file in and makes its job; the same file for the same mapping and time is the same job again. */
@Singleton
public class ReceiveFile {

    /**
     * What a file is handed in with.
     *
     * @param mapping a name, or null to recognise it by its columns
     */
    public record Handover(
            String fileName,
            @Nullable String mapping,
            @Nullable Instant observedAt) {}

    private final ImportStore jobs;
    private final Mappings mappings;
    private final Spool spool;
    private final Receipts receipts;
    private final Clock clock;

    ReceiveFile(ImportStore jobs, Mappings mappings, Spool spool, Receipts receipts, Clock clock) {
        this.receipts = receipts;
        this.jobs = jobs;
        this.mappings = mappings;
        this.spool = spool;
        this.clock = clock;
    }

    /** @param asked tells of the request once its body was read to the end */
    public Decision<Versioned<ImportJob>> receive(InputStream upload, Handover handover, Supplier<Command> asked) {
        var received = spool.receive(upload);
        try {
            var command = asked.get();
            receipts.take(command);
            return mapping(received, handover).then(mapping -> job(received, handover, mapping, command));
        } finally {
            spool.discard(received);
        }
    }

    private Decision<Mapping> mapping(Spool.Received received, Handover handover) {
        if (received.bytes() == 0) {
            return Decision.refused(Reason.of("import.empty"));
        }
        if (handover.mapping() != null) {
            return Decision.accepted(mappings.get(handover.mapping()));
        }
        var file = new ImportFile(received.file());
        try {
            var format = file.format();
            return mappings.guess(format, file.columns(format));
        } catch (IOException unreadable) {
            return Decision.refused(Reason.of("import.unreadable"));
        }
    }

    private Decision<Versioned<ImportJob>> job(
            Spool.Received received, Handover handover, Mapping mapping, Command command) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var id = EventId.hash(received.contentHash(), mapping.name(), String.valueOf(handover.observedAt()));
        var known = jobs.find(id);
        if (known.isPresent() && known.get().state().state() != ImportJob.State.FAILED) {
            return jobs.change(
                    id, command.withoutConditions(), job -> Decision.accepted(job.again()), Announcement.none());
        }
        spool.keep(received, id);
        return jobs.upsert(
                id,
                command.withoutConditions(),
                job -> Decision.accepted(
                        job == null
                                ? ImportJob.received(
                                        handover.fileName(),
                                        mapping.name(),
                                        mapping.kind(),
                                        handover.observedAt() == null ? now : handover.observedAt(),
                                        now)
                                : job.again()),
                Announcement.none());
    }
}

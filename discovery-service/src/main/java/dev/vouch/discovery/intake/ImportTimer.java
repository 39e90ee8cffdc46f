package dev.vouch.discovery.intake;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.chassis.submission.SubmissionStore;
import dev.vouch.discovery.intake.domain.ImportJob;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs what was received, one file at a time, and counts the outcomes of what is being applied. */
@Singleton
class ImportTimer {

    /** Counting reads every row's result, so it may take no more than this part of the time. */
    private static final int ONE_PART_IN = 10;

    private final ImportStore jobs;
    private final RunImport runImport;
    private final SubmissionStore submissions;
    private final Map<String, Long> countAgainAt = new ConcurrentHashMap<>();

    ImportTimer(ImportStore jobs, RunImport runImport, SubmissionStore submissions) {
        this.jobs = jobs;
        this.runImport = runImport;
        this.submissions = submissions;
    }

    @Scheduled(every = "${vouch.discovery.import-run:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        jobs.in(ImportJob.State.READING).forEach(job -> runImport.run(job.id()));
    }

    @Scheduled(every = "${vouch.discovery.import-count:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        var applying = jobs.in(ImportJob.State.APPLYING);
        countAgainAt.keySet().retainAll(applying.stream().map(Versioned::id).toList());
        for (var job : applying) {
            if (isDue(job.id())) {
                var counts = counts(job.id());
                jobs.change(
                        job.id(),
                        Command.bySystem("discovery.import"),
                        state -> Decision.accepted(state.counted(counts)),
                        Announcement.none());
            }
        }
    }

    private boolean isDue(String jobId) {
        var at = countAgainAt.get(jobId);
        return at == null || System.nanoTime() - at >= 0;
    }

    private ImportJob.Counts counts(String jobId) {
        var begun = System.nanoTime();
        var counts = submissions.count(jobId);
        var ended = System.nanoTime();
        countAgainAt.put(jobId, ended + ONE_PART_IN * (ended - begun));
        return new ImportJob.Counts(
                counts.getOrDefault(Outcome.Kind.CREATED, 0L),
                counts.getOrDefault(Outcome.Kind.CHANGED, 0L),
                counts.getOrDefault(Outcome.Kind.UNCHANGED, 0L),
                counts.getOrDefault(Outcome.Kind.REFUSED, 0L),
                counts.getOrDefault(Outcome.Kind.DEAD_LETTERED, 0L));
    }
}

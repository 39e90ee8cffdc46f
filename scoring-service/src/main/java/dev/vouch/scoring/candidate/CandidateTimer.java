package dev.vouch.scoring.candidate;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

@Singleton
class CandidateTimer {

    private final ScoreCandidates scoreCandidates;

    CandidateTimer(ScoreCandidates scoreCandidates) {
        this.scoreCandidates = scoreCandidates;
    }

    @Scheduled(every = "{vouch.scoring.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        scoreCandidates.look();
    }
}

package dev.vouch.scoring.shortlist;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;

@Singleton
class ShortlistTimer {

    private final ProposeShortlist proposeShortlist;
    private final ReleaseApproved releaseApproved;

    ShortlistTimer(ProposeShortlist proposeShortlist, ReleaseApproved releaseApproved) {
        this.proposeShortlist = proposeShortlist;
        this.releaseApproved = releaseApproved;
    }

    @Scheduled(every = "{vouch.scoring.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void propose() {
        proposeShortlist.look();
    }

    @Scheduled(every = "{vouch.scoring.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void release() {
        releaseApproved.look();
    }
}

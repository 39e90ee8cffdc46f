package dev.vouch.discovery.profile;

import dev.vouch.chassis.lifecycle.GracefulStop;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.LockSupport;

/** The index follows the store a little behind, and rests for as long as it works: what is being handed in comes first. */
@Singleton
class IndexTimer {

    private final IndexInfluencers indexInfluencers;
    private final GracefulStop stop;

    IndexTimer(IndexInfluencers indexInfluencers, GracefulStop stop) {
        this.indexInfluencers = indexInfluencers;
        this.stop = stop;
    }

    @Scheduled(
            every = "${vouch.discovery.index:1s}",
            delayed = "${vouch.discovery.index-delay:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void index() {
        while (indexInfluencers.isDue() && !stop.stopping()) {
            var begun = System.nanoTime();
            indexInfluencers.step();
            if (indexInfluencers.isComplete()) {
                LockSupport.parkNanos(System.nanoTime() - begun);
            }
        }
    }
}

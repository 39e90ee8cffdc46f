package dev.vouch.discovery.longlist;

import dev.vouch.chassis.lifecycle.GracefulStop;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;

/** Builds what is to be built; after a crash it goes on where the build was. */
@Singleton
class LonglistTimer {

    private final LonglistStore longlists;
    private final BuildLonglist buildLonglist;
    private final GracefulStop stop;

    LonglistTimer(LonglistStore longlists, BuildLonglist buildLonglist, GracefulStop stop) {
        this.longlists = longlists;
        this.buildLonglist = buildLonglist;
        this.stop = stop;
    }

    @Scheduled(every = "${vouch.discovery.longlist-build:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void build() {
        longlists.building().forEach(longlist -> buildLonglist.build(longlist.campaignId(), stop::stopping));
    }
}

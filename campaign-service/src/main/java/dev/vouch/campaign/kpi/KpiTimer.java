package dev.vouch.campaign.kpi;

import dev.vouch.campaign.planning.Campaigns;
import dev.vouch.chassis.lifecycle.GracefulStop;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures at once where something came in, and every running campaign from time to time. */
@Singleton
class KpiTimer {

    private static final Logger LOG = LoggerFactory.getLogger(KpiTimer.class);
    private static final int PAGE = 100;

    private final Unmeasured unmeasured;
    private final Campaigns campaigns;
    private final MeasureKpis measureKpis;
    private final GracefulStop stop;

    KpiTimer(Unmeasured unmeasured, Campaigns campaigns, MeasureKpis measureKpis, GracefulStop stop) {
        this.unmeasured = unmeasured;
        this.campaigns = campaigns;
        this.measureKpis = measureKpis;
        this.stop = stop;
    }

    @Scheduled(every = "${vouch.kpi.measure:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        unmeasured.take().forEach(this::measure);
    }

    @Scheduled(every = "${vouch.kpi.measure-all:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    void measureAll() {
        var page = campaigns.running(null, PAGE);
        while (!page.isEmpty() && !stop.stopping()) {
            page.forEach(campaign -> measure(campaign.id()));
            page = campaigns.running(page.get(page.size() - 1).id(), PAGE);
        }
    }

    private void measure(String campaignId) {
        if (stop.stopping()) {
            return;
        }
        try {
            campaigns.find(campaignId).ifPresent(measureKpis::measure);
        } catch (RuntimeException again) {
            unmeasured.add(campaignId);
            LOG.warn("campaign={} is measured again", campaignId, again);
        }
    }
}

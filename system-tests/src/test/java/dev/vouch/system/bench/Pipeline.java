package dev.vouch.system.bench;

import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.load.Flood;
import dev.vouch.system.fault.site.Site;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Lets submissions of new profiles through the services. They stand still until all submissions lie on their topic, so that
 * whoever hands them in takes nothing from those that are measured.
 */
final class Pipeline {

    static final String DISCOVERY = "discovery-service";
    static final String SCORING = "scoring-service";

    static final List<String> MEASURED = List.of(DISCOVERY, SCORING, Site.BROKER, Site.STORE);

    private final Site site;

    Pipeline(Site site) {
        this.site = site;
    }

    /**
     * Events that passed in a time.
     *
     * @param cpuMicros of each process, all events together
     */
    record Passage(double perSecond, Map<String, Long> cpuMicros) {}

    /** Each service by itself. */
    record Hops(Passage discovery, Passage scoring) {}

    Hops hops(int events) {
        stand();
        submit(events);
        var discovery = pass(
                events, Topics.INFLUENCER.name(), () -> site.unit(DISCOVERY).resume());
        var scoring = pass(events, Topics.SCORE.name(), () -> site.unit(SCORING).resume());
        return new Hops(discovery, scoring);
    }

    /** Both at once, from the first score to the last. */
    Passage both(int events) {
        stand();
        submit(events);
        return pass(events, Topics.SCORE.name(), () -> {
            site.unit(SCORING).resume();
            site.unit(DISCOVERY).resume();
        });
    }

    private Passage pass(int events, String topic, Runnable resume) {
        try (var watch = new TopicWatch(site.bootstrapServers(), topic)) {
            var cpu = new CpuMeter(site, MEASURED);
            var seen = CompletableFuture.supplyAsync(() -> watch.awaitCount(events));
            resume.run();
            var sighting = seen.join();
            return new Passage(sighting.events() * 1e9 / sighting.nanos(), cpu.used());
        }
    }

    private void stand() {
        site.unit(DISCOVERY).pause();
        site.unit(SCORING).pause();
    }

    private void submit(int events) {
        try (var flood = new Flood(site.bootstrapServers(), new Acknowledged())) {
            flood.profiles(events);
        }
    }
}

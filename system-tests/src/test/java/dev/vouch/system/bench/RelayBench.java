package dev.vouch.system.bench;

import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.load.Client;
import dev.vouch.system.fault.load.Marketing;
import dev.vouch.system.fault.site.Site;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The broker is away while campaigns are launched, one event for each; then it is back, and the relay says them all. */
final class RelayBench {

    private static final int EVENTS = 3_000;

    private RelayBench() {}

    static Map<String, Object> measure(Site site, Bench.Options options) {
        int events = options.events() == 0 ? EVENTS : options.events();
        var client = new Client(
                () -> List.of(site.unit("campaign-service").address()),
                site.folder().resolve("security"));
        var marketing = new Marketing(client, new Acknowledged());
        try (var topic = new TopicWatch(site.bootstrapServers(), Topics.CAMPAIGN.name())) {
            site.unit(Site.BROKER).kill();
            IntStream.range(0, events).parallel().forEach(n -> marketing.launch(marketing.draft(100_000)));
            site.unit(Site.BROKER).restart();
            topic.awaitCount(1);
            var pid = site.unit("campaign-service").pid();
            var cpu = ProcessFigures.cpuMicros(pid);
            var begun = System.nanoTime();
            var ended = topic.awaitCount(events - 1);
            cpu = ProcessFigures.cpuMicros(pid) - cpu;
            return Map.of(
                    "events",
                    events,
                    "eventsPerSecond",
                    Math.round((events - 1) * 1e9 / (ended - begun)),
                    "cpuMicrosPerEvent",
                    cpu / events);
        }
    }
}

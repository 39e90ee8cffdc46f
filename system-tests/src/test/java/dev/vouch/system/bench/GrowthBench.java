package dev.vouch.system.bench;

import com.mongodb.client.MongoClients;
import dev.vouch.system.fault.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pipeline at more and more known profiles: an event's cost must not grow with them. */
final class GrowthBench {

    private static final List<Integer> KNOWN = List.of(10_000, 100_000, 1_000_000);
    private static final int EVENTS = 5_000;
    private static final int ROUNDS = 3;
    private static final int WARM_UP_ROUNDS = 3;

    private GrowthBench() {}

    static Map<String, Object> measure(Site site, Options options) {
        int events = options.eventsOr(EVENTS);
        var pipeline = new Pipeline(site);
        try (var client = MongoClients.create(site.databaseUri())) {
            var profiles = new KnownProfiles(site, client);
            for (int n = 0; n < WARM_UP_ROUNDS; n++) {
                pipeline.both(events);
            }
            var figures = new LinkedHashMap<String, Object>();
            figures.put("documentsOfEachProfile", profiles.documentsOfEach());
            var room = new StoreRoom(site);
            int known = 1 + WARM_UP_ROUNDS * events;
            var costs = new ArrayList<Long>();
            for (int size : KNOWN) {
                int missing = Math.max(0, size - known);
                if (!room.isThereFor(missing)) {
                    figures.put(Integer.toString(size), "does not fit into the store's memory");
                    continue;
                }
                room.fill(missing, () -> profiles.add(missing));
                known += missing + options.roundsOr(ROUNDS) * events;
                var step = step(pipeline, events, options.roundsOr(ROUNDS));
                costs.add((Long) step.get("cpuMicrosPerEvent"));
                figures.put(Integer.toString(size), step);
            }
            figures.put(
                    "costOfLargestToSmallest", Math.round(costs.get(costs.size() - 1) * 100.0 / costs.get(0)) / 100.0);
            return figures;
        }
    }

    private static Map<String, Object> step(Pipeline pipeline, int events, int rounds) {
        var passages = new ArrayList<Pipeline.Passage>();
        for (int n = 0; n < rounds; n++) {
            passages.add(pipeline.both(events));
        }
        var cpu = new LinkedHashMap<String, Long>();
        passages.forEach(each -> each.cpuMicros().forEach((name, micros) -> cpu.merge(name, micros, Long::sum)));
        cpu.replaceAll((name, micros) -> micros / events / rounds);
        var figures = new LinkedHashMap<String, Object>();
        figures.put(
                "eventsPerSecond",
                passages.stream().map(each -> Math.round(each.perSecond())).toList());
        figures.put("cpuMicrosPerEventAndProcess", cpu);
        figures.put(
                "cpuMicrosPerEvent",
                cpu.values().stream().mapToLong(each -> each).sum());
        return figures;
    }
}

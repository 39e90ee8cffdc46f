package dev.vouch.system.bench;

import dev.vouch.system.fault.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * New profiles are submitted; discovery keeps them and says {@code influencer.updated}, scoring says {@code influencer.scored}.
 * Each round lets them pass through each service alone, through the baselines and through both services together, so that all
 * meet the same machine at the same time. Rounds that warm up come first, until the rate is steady, and do not count.
 */
final class PipelineBench {

    private static final int ROUNDS = 4;
    private static final int FEWEST_WARM_UP_ROUNDS = 3;
    private static final int MOST_WARM_UP_ROUNDS = 10;
    private static final int WARM_UP_EVENTS = 10_000;

    /** Two rounds in a row that differ by less are warm. */
    private static final double STEADY = 0.05;

    private static final int SECONDS_PER_ROUND = 10;
    private static final int MOST_EVENTS = 50_000;

    private PipelineBench() {}

    record Round(
            Pipeline.Hops hops,
            Baseline.Result copy,
            Baseline.Result upsert,
            Map<Integer, Baseline.Result> sinkByTasks,
            Pipeline.Passage both) {}

    static Map<String, Object> measure(Site site, Options options) throws IOException {
        if (options.growth()) {
            return Map.of("growth", GrowthBench.measure(site, options));
        }
        var figures = new LinkedHashMap<String, Object>();
        Recording.during(() -> figures.putAll(rounds(site, options)), site, Pipeline.MEASURED, options.jfr());
        return figures;
    }

    private static Map<String, Object> rounds(Site site, Options options) throws IOException {
        var pipeline = new Pipeline(site);
        try (var baselines = new Baselines(site)) {
            double rate = warmUp(site, pipeline, baselines);
            int events = options.eventsOr((int) Math.min(MOST_EVENTS, rate * SECONDS_PER_ROUND));
            var rounds = new ArrayList<Round>();
            var neighbours = new Neighbours();
            for (int n = 0; n < options.roundsOr(ROUNDS); n++) {
                rounds.add(round(site, pipeline, baselines, events));
            }
            var figures = new PipelineFigures(events, rounds).all();
            figures.put("neighboursPercent", neighbours.percent());
            figures.putAll(Latency.at((int) (PipelineFigures.eventsPerSecond(rounds) / 2), site.bootstrapServers()));
            return figures;
        }
    }

    /** @return events per second of the last round */
    private static double warmUp(Site site, Pipeline pipeline, Baselines baselines) throws IOException {
        double before = 0;
        for (int n = 1; ; n++) {
            double rate =
                    round(site, pipeline, baselines, WARM_UP_EVENTS).both().perSecond();
            boolean steady = n >= FEWEST_WARM_UP_ROUNDS && Math.abs(rate - before) < STEADY * before;
            if (steady || n == MOST_WARM_UP_ROUNDS) {
                return rate;
            }
            before = rate;
        }
    }

    private static Round round(Site site, Pipeline pipeline, Baselines baselines, int events) throws IOException {
        var begin = Scratch.ends(site.bootstrapServers());
        var hops = pipeline.hops(events);
        var copy = baselines.copy(begin, events);
        var upsert = baselines.upsert(begin, events);
        var sink = baselines.sink(events);
        return new Round(hops, copy, upsert, sink, pipeline.both(events));
    }
}

package dev.vouch.scoring.scorecard;

import dev.vouch.scoring.benchmark.Benchmarks;
import dev.vouch.scoring.benchmark.domain.BenchmarkSnapshot;
import dev.vouch.scoring.benchmark.domain.Census;
import dev.vouch.scoring.scorecard.domain.Scorecard;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What others may ask of the scorecards. */
@Singleton
public class Scorecards {

    private static final List<String> PLATFORMS = List.of("instagram", "youtube", "tiktok");

    private final ScorecardStore store;
    private final Benchmarks benchmarks;

    Scorecards(ScorecardStore store, Benchmarks benchmarks) {
        this.store = store;
        this.benchmarks = benchmarks;
    }

    public Map<String, Scorecard> of(Collection<String> influencerIds) {
        return store.states(influencerIds);
    }

    /** Counts everybody, slice by slice, into new benchmarks. Unchanged figures give the snapshot that is there already. */
    public BenchmarkSnapshot takeBenchmarks() {
        var census = new Census();
        for (var platform : PLATFORMS) {
            for (var tier : benchmarks.tiers().tiers()) {
                for (int slice = 0; slice < Scorecard.SLICES; slice++) {
                    census.count(platform, tier.id(), store.engagements(Scorecard.slice(platform, tier.id(), slice)));
                }
            }
        }
        return benchmarks.keep(census);
    }
}

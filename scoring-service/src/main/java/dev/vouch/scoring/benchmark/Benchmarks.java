package dev.vouch.scoring.benchmark;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.scoring.benchmark.domain.BenchmarkCell;
import dev.vouch.scoring.benchmark.domain.BenchmarkSnapshot;
import dev.vouch.scoring.benchmark.domain.Census;
import dev.vouch.scoring.benchmark.domain.Tiers;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Whom an account is compared with. */
@Singleton
public class Benchmarks {

    /** The metric that is compared; the others are read as they are. */
    public static final String METRIC = "er_followers_median";

    private final BenchmarkStore store;
    private final Clock clock;
    private final Tiers tiers;
    private final List<BenchmarkCell> published;

    Benchmarks(BenchmarkStore store, BenchmarkSettings settings, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.tiers = Tiers.from(settings.tierBounds());
        this.published = PublishedBenchmarks.cells(tiers);
    }

    public Tiers tiers() {
        return tiers;
    }

    /** Keeps what was counted, together with the published figures where that was too little. */
    public BenchmarkSnapshot keep(Census census) {
        var snapshot = census.snapshot(METRIC, clock.instant(), published);
        store.create(
                snapshot.id(),
                Command.bySystem("scoring.benchmarks"),
                () -> Decision.accepted(snapshot),
                Announcement.none());
        return snapshot;
    }

    public Optional<BenchmarkSnapshot> find(String id) {
        return store.find(id).map(found -> found.state());
    }

    /** The newest snapshot; before the first one the published figures alone. */
    BenchmarkSnapshot latest() {
        return store.latest(METRIC).orElseGet(() -> new Census().snapshot(METRIC, clock.instant(), published));
    }
}

package dev.vouch.scoring.benchmark;

import com.mongodb.client.model.Projections;
import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.scoring.benchmark.domain.BenchmarkSnapshot;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Snapshots under the id that follows from their figures; none is ever changed. */
@Singleton
class BenchmarkStore extends AggregateStore<BenchmarkSnapshot> {

    private static final int MOST_SNAPSHOTS = 1_000;

    BenchmarkStore(Stores stores) {
        super(stores, Layout.of("benchmarks", BenchmarkSnapshot.class).index("state.metric"));
    }

    Optional<BenchmarkSnapshot> latest(String metric) {
        @Nullable String newest = null;
        long newestAt = Long.MIN_VALUE;
        var times = collection()
                .find(new Document("state.metric", metric))
                .projection(Projections.include("state.takenAt"))
                .limit(MOST_SNAPSHOTS);
        for (var document : times) {
            long takenAt = document.getDocument("state", new BsonDocument())
                    .getDateTime("takenAt")
                    .getValue();
            if (takenAt > newestAt) {
                newestAt = takenAt;
                newest = document.getString("_id").getValue();
            }
        }
        return newest == null ? Optional.empty() : find(newest).map(found -> found.state());
    }
}

package dev.vouch.scoring.scorecard;

import com.mongodb.client.model.Projections;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.consumer.ProjectionStore;
import dev.vouch.contract.Topics;
import dev.vouch.scoring.benchmark.domain.Observation;
import dev.vouch.scoring.scorecard.domain.Scorecard;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;

/** One document per influencer. */
@Singleton
class ScorecardStore extends ProjectionStore<Scorecard> {

    /** More accounts of one slice than this are a sample large enough. */
    private static final int MOST_OF_A_SLICE = 5_000;

    ScorecardStore(Stores stores) {
        super(
                stores,
                Layout.of("scorecards", Scorecard.class)
                        .publishing(Topics.SCORE)
                        .index("state.slice"));
    }

    /** The engagement of every account of a slice that has one. */
    List<Observation> engagements(String slice) {
        var found = new ArrayList<Observation>();
        var wanted = collection()
                .find(new Document("state.slice", slice))
                .projection(Projections.include("state.engagementPercent", "state.categories"))
                .limit(MOST_OF_A_SLICE);
        for (var document : wanted) {
            var state = document.getDocument("state", new BsonDocument());
            if (state.isNumber("engagementPercent")) {
                found.add(new Observation(
                        state.getNumber("engagementPercent").doubleValue(),
                        state.getArray("categories").stream()
                                .map(category -> category.asString().getValue())
                                .toList()));
            }
        }
        return found;
    }
}

package dev.vouch.campaign.collaboration;

import dev.vouch.campaign.collaboration.domain.Answer;
import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;

/** The newest answer of each contact; {@code _id} is the contact. */
@Singleton
class AnswerStore extends AggregateStore<Answer> {

    private static final String UNHEEDED = "state.unheeded";

    AnswerStore(Stores stores) {
        super(stores, Layout.of("answers", Answer.class).index(UNHEEDED));
    }

    List<Versioned<Answer>> unheeded(int limit) {
        return query(new Document(UNHEEDED, true), limit);
    }
}

package dev.vouch.discovery.intake;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.discovery.intake.domain.ImportJob;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;

/** Import jobs, under the hash of content, mapping and time. */
@Singleton
class ImportStore extends AggregateStore<ImportJob> {

    private static final int AT_ONCE = 20;

    ImportStore(Stores stores) {
        super(stores, Layout.of("imports", ImportJob.class).index("state.state"));
    }

    List<Versioned<ImportJob>> in(ImportJob.State state) {
        return query(new Document("state.state", state.name()), AT_ONCE);
    }
}

package dev.vouch.discovery.intake;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.discovery.intake.domain.Mapping;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Mappings that the operator added, under their names. */
@Singleton
class MappingStore extends AggregateStore<Mapping> {

    private static final int MOST = 200;

    MappingStore(Stores stores) {
        super(stores, Layout.of("mappings", Mapping.class).index("state.kind"));
    }

    List<Versioned<Mapping>> all() {
        var all = new ArrayList<Versioned<Mapping>>();
        for (var kind : Mapping.Kind.values()) {
            all.addAll(query(new Document("state.kind", kind.name()), MOST));
        }
        return all;
    }
}

package dev.vouch.chassis;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The smallest aggregate: what was written down, in order. */
public record Diary(List<String> lines) {

    public static Diary of(String... lines) {
        return new Diary(List.of(lines));
    }

    public Diary and(String line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new Diary(more);
    }

    public static Diary continued(@Nullable Diary diary, String line) {
        return diary == null ? of(line) : diary.and(line);
    }

    public static String newId() {
        return UUID.randomUUID().toString();
    }

    public static final class Store extends AggregateStore<Diary> {
        public Store(Stores stores) {
            super(stores, Layout.of("diaries", Diary.class).publishing(Topics.CAMPAIGN));
            prepare();
        }

        /** The next ids after this one. */
        public List<String> after(String id, int limit) {
            return pageAfter(id, new Document(), limit).stream()
                    .map(Versioned::id)
                    .toList();
        }
    }
}

package dev.vouch.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.Machine;
import dev.vouch.chassis.mongo.Database;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayLeaseIT {

    private final Database database = Machine.get().database;
    private final AtomicLong nanos = new AtomicLong();
    private final RelayLease first = new RelayLease(database, "first", nanos::get);
    private final RelayLease second = new RelayLease(database, "second", nanos::get);

    @BeforeEach
    void nobody_holds_it() {
        database.database().getCollection("leases").deleteOne(new Document("_id", "relay"));
        first.beat();
    }

    @Test
    void one_holds_it_as_long_as_it_beats() {
        for (int i = 0; i < 10; i++) {
            second.beat();
            nanos.addAndGet(RelayLease.BEAT.toNanos());
            first.beat();
        }

        assertThat(first.held()).isTrue();
        assertThat(second.held()).isFalse();
    }

    @Test
    void another_takes_over_when_the_beat_has_stood_still_for_ten_seconds() {
        second.beat();
        nanos.addAndGet(RelayLease.PATIENCE.toNanos() - 1);
        second.beat();
        assertThat(second.held()).isFalse();

        nanos.addAndGet(1);
        second.beat();

        assertThat(second.held()).isTrue();
        first.beat();
        assertThat(first.held()).isFalse();
    }

    @Test
    void a_holder_that_was_killed_takes_its_own_lease_again_at_once() {
        var restarted = new RelayLease(database, "first", nanos::get);

        restarted.beat();

        assertThat(restarted.held()).isTrue();
    }

    @Test
    void a_released_lease_is_free_at_once() {
        first.release();
        second.beat();

        assertThat(second.held()).isTrue();
    }
}

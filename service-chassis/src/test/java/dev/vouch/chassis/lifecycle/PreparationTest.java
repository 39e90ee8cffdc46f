package dev.vouch.chassis.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.aggregate.PreparedStore;
import dev.vouch.chassis.observability.Broker;
import dev.vouch.chassis.observability.ServiceState;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PreparationTest {

    private final ServiceState state = new ServiceState();
    private final List<String> told = new ArrayList<>();
    private final Set<String> existing = new TreeSet<>();
    private final List<Runnable> meanwhile = new ArrayList<>();

    @Test
    void channels_open_once_indexes_and_topics_are_there() {
        var storeAway = new boolean[] {true};
        meanwhile.add(() -> storeAway[0] = false);
        meanwhile.add(() -> existing.add("vouch.campaign.campaign"));

        preparation(() -> {
                    told.add(storeAway[0] ? "no store" : "indexes");
                    if (storeAway[0]) {
                        next();
                        throw new IllegalStateException("store away");
                    }
                })
                .untilPrepared();

        assertThat(told).containsExactly("no store", "indexes", "no topics", "indexes", "topics", "open");
        assertThat(state.isPrepared()).isTrue();
    }

    @Test
    void a_service_that_stops_before_it_was_prepared_opens_nothing() {
        preparation(() -> {
                    state.stop();
                    throw new IllegalStateException("store away");
                })
                .untilPrepared();

        assertThat(told).isEmpty();
        assertThat(state.isPrepared()).isFalse();
    }

    @Test
    void the_topics_are_those_that_the_channels_name() {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "mp.messaging.incoming.campaigns.topic", "vouch.campaign.campaign",
                                "mp.messaging.incoming.campaigns.group.id", "scoring.candidate",
                                "mp.messaging.connector.smallrye-kafka.topic", "never"),
                        "test",
                        500))
                .build();

        assertThat(Preparation.topicsOf(config)).containsExactly("vouch.campaign.campaign");
    }

    private Preparation preparation(PreparedStore store) {
        return new Preparation(
                List.of(store), new StubBroker(), () -> told.add("open"), state, Set.of("vouch.campaign.campaign"));
    }

    private void next() {
        meanwhile.remove(0).run();
    }

    private class StubBroker extends Broker {

        StubBroker() {
            super(Map.of());
        }

        @Override
        public Set<String> missing(Collection<String> topics, Duration atMost) {
            var missing = new TreeSet<>(topics);
            missing.removeAll(existing);
            told.add(missing.isEmpty() ? "topics" : "no topics");
            if (!missing.isEmpty()) {
                next();
            }
            return missing;
        }
    }
}

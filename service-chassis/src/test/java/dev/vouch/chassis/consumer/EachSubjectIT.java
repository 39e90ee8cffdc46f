package dev.vouch.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.Machine;
import dev.vouch.chassis.Records;
import dev.vouch.contract.Topics;
import dev.vouch.contract.discovery.InfluencerDelistedV1;
import dev.vouch.contract.discovery.InfluencerErasedV1;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class EachSubjectIT {

    private final Machine machine = Machine.get();
    private final String id = newInfluencer();
    private final String other = newInfluencer();
    private final String poison = newInfluencer();
    private final List<List<String>> looks = new ArrayList<>();
    private Runnable before = () -> {};

    private final EachSubject influencers =
            machine.consumers().channel("influencers").eachSubject(Set.of(InfluencerDelistedV1.class), this::look);

    @Test
    void each_subject_of_a_batch_is_looked_at_once_and_again_when_it_is_told_again() {
        hear(delisted(id, 1), delisted(other, 1), delisted(id, 2));
        hear(delisted(id, 2));

        assertThat(looks).containsExactly(List.of(id, other), List.of(id));
    }

    @Test
    void what_is_of_no_interest_is_passed_by() {
        hear(Records.of(id, 1, new InfluencerErasedV1(id, Machine.NOW)));

        assertThat(looks).isEmpty();
    }

    @Test
    void an_outage_only_delays_the_look() {
        before = () -> {
            before = () -> {};
            throw new TimeoutException("the broker is away");
        };
        hear(delisted(id, 1));

        assertThat(looks).containsExactly(List.of(id));
    }

    @Test
    void a_subject_that_makes_us_fail_is_set_aside_alone() {
        hear(delisted(id, 1), delisted(poison, 1), delisted(other, 1));

        assertThat(looks).containsExactly(List.of(id), List.of(other));
        assertThat(machine.read(Topics.INFLUENCER.deadLetter("scoring.scorecard"), poison, 1))
                .hasSize(1);
    }

    private void look(Collection<String> subjects) {
        before.run();
        if (subjects.contains(poison)) {
            throw new IllegalStateException("a fault of ours");
        }
        looks.add(List.copyOf(subjects));
    }

    @SafeVarargs
    private void hear(ConsumerRecord<byte[], byte[]>... records) {
        influencers.apply(Records.batch(records));
    }

    private static ConsumerRecord<byte[], byte[]> delisted(String influencer, long sequence) {
        return Records.of(influencer, sequence, new InfluencerDelistedV1(influencer, Machine.NOW, "gone"));
    }

    private static String newInfluencer() {
        return "instagram-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}

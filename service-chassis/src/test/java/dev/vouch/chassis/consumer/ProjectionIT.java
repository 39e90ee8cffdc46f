package dev.vouch.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.Diary;
import dev.vouch.chassis.Machine;
import dev.vouch.chassis.Records;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.contract.Topics;
import dev.vouch.contract.campaign.KpiMeasuredV1;
import dev.vouch.contract.discovery.InfluencerDelistedV1;
import dev.vouch.contract.discovery.InfluencerErasedV1;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectionIT {

    private static final class Journal extends ProjectionStore<Diary> {
        Journal(Stores stores) {
            super(stores, Layout.of("journals", Diary.class));
        }
    }

    private final Machine machine = Machine.get();
    private final Journal journal = new Journal(machine.stores());
    private final String id = newInfluencer();
    private final String other = newInfluencer();
    private Runnable rival = () -> {};
    private Projection<Diary> influencers;

    @BeforeEach
    void project() {
        influencers = machine.consumers()
                .channel("influencers")
                .projection(journal)
                .on(InfluencerDelistedV1.class, (diary, received) -> {
                    if (received.event().reason().equals("poison")) {
                        throw new IllegalStateException("a fault of ours");
                    }
                    rival.run();
                    return Diary.of(received.event().reason());
                })
                .forgetOn(InfluencerErasedV1.class)
                .publishing(machine.publisher, diary -> new KpiMeasuredV1("c1", Machine.NOW, List.of()));
    }

    @Test
    void a_batch_folds_each_subject_to_its_newest_state_and_says_it_once() {
        hear(delisted(id, 1, "a"), delisted(other, 1, "x"), delisted(id, 3, "c"), delisted(id, 2, "b"));

        assertThat(journal.get(id).state()).isEqualTo(Diary.of("c"));
        assertThat(journal.get(id).version()).isEqualTo(1);
        assertThat(said(id, 1)).hasSize(1);
    }

    @Test
    void told_the_same_thing_twice_it_says_the_same_thing_twice() {
        hear(delisted(id, 1, "a"));
        hear(delisted(id, 1, "a"));

        var said = said(id, 2);
        assertThat(said.get(1).value()).isEqualTo(said.get(0).value());
        assertThat(Records.header(said.get(1), "ce_id")).isEqualTo(Records.header(said.get(0), "ce_id"));
        assertThat(journal.get(id).version()).isEqualTo(1);
    }

    @Test
    void a_fold_that_changes_nothing_is_remembered_and_answered_with_what_was_said_last() {
        hear(delisted(id, 1, "a"));
        hear(delisted(id, 5, "a"));
        hear(delisted(id, 4, "late"));

        assertThat(journal.get(id).state()).isEqualTo(Diary.of("a"));
        assertThat(said(id, 3))
                .extracting(each -> Records.header(each, "ce_sequence"))
                .containsOnly("1");
    }

    @Test
    void another_writer_was_first_and_nothing_of_either_is_lost() {
        hear(delisted(id, 1, "a"));
        rival = () -> {
            rival = () -> {};
            newListener().apply(Records.batch(delisted(id, 7, "rival")));
        };

        hear(delisted(id, 3, "b"), delisted(other, 1, "x"));

        assertThat(journal.get(id).state()).isEqualTo(Diary.of("rival"));
        assertThat(journal.get(other).state()).isEqualTo(Diary.of("x"));
    }

    @Test
    void a_fault_of_ours_sets_one_record_aside_and_the_others_are_applied() {
        hear(delisted(id, 1, "poison"), delisted(other, 1, "x"));

        assertThat(journal.find(id)).isEmpty();
        assertThat(journal.get(other).state()).isEqualTo(Diary.of("x"));
        assertThat(machine.read(Topics.INFLUENCER.deadLetter("scoring.scorecard"), id, 1))
                .hasSize(1);
    }

    @Test
    void what_is_forgotten_stays_forgotten() {
        hear(delisted(id, 1, "a"), Records.of(id, 2, new InfluencerErasedV1(id, Machine.NOW)));
        hear(delisted(id, 3, "back"));

        assertThat(journal.find(id)).isEmpty();
        assertThat(journal.collection().countDocuments(new Document("_id", id))).isEqualTo(1);
    }

    private Projection<Diary> newListener() {
        return machine.consumers()
                .channel("influencers")
                .projection(journal)
                .on(
                        InfluencerDelistedV1.class,
                        (diary, received) -> Diary.of(received.event().reason()));
    }

    @SafeVarargs
    private void hear(ConsumerRecord<byte[], byte[]>... records) {
        influencers.apply(Records.batch(records));
    }

    private static ConsumerRecord<byte[], byte[]> delisted(String influencer, long sequence, String reason) {
        return Records.of(influencer, sequence, new InfluencerDelistedV1(influencer, Machine.NOW, reason));
    }

    private List<ConsumerRecord<byte[], byte[]>> said(String key, int count) {
        return machine.read(Topics.KPI.name(), key, count);
    }

    private static String newInfluencer() {
        var bytes = new byte[8];
        ThreadLocalRandom.current().nextBytes(bytes);
        return "instagram-" + HexFormat.of().formatHex(bytes);
    }
}

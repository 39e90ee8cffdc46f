package dev.vouch.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.chassis.Diary;
import dev.vouch.chassis.Machine;
import dev.vouch.chassis.Records;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.deadletter.DeadLetter;
import dev.vouch.chassis.deadletter.StillUnusable;
import dev.vouch.contract.Topics;
import dev.vouch.contract.campaign.CampaignCancelledV1;
import dev.vouch.contract.campaign.CampaignCompletedV1;
import dev.vouch.contract.campaign.KpiMeasuredV1;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EachEventIT {

    private final Machine machine = Machine.get();
    private final Diary.Store diaries = new Diary.Store(machine.stores());
    private final List<String> looks = new ArrayList<>();
    private final String id = Diary.newId();
    private Channel channel;
    private EachEvent<Diary> campaigns;
    private boolean mended;

    @BeforeEach
    void listen() {
        channel = machine.consumers().channel("campaigns");
        campaigns = channel.eachEvent(diaries)
                .on(CampaignCancelledV1.class, (diary, received) -> {
                    if (!mended && "poison".equals(received.event().reason())) {
                        throw new IllegalStateException("a fault of ours");
                    }
                    return Diary.continued(
                            diary, "cancelled " + received.envelope().sequence());
                })
                .then(looks::add);
    }

    @Test
    void a_history_is_applied_in_sequence_and_only_once() {
        hear(cancelled(1), cancelled(2), cancelled(2), cancelled(1), cancelled(3));

        assertThat(lines()).containsExactly("cancelled 1", "cancelled 2", "cancelled 3");
    }

    @Test
    void what_comes_too_early_waits_in_the_document() {
        hear(cancelled(3), cancelled(2));
        assertThat(diaries.find(id)).isEmpty();

        hear(cancelled(1));

        assertThat(lines()).containsExactly("cancelled 1", "cancelled 2", "cancelled 3");
    }

    @Test
    void a_type_that_is_not_handled_takes_its_place_in_the_sequence() {
        hear(cancelled(1), completed(2), cancelled(3));

        assertThat(lines()).containsExactly("cancelled 1", "cancelled 3");
    }

    @Test
    void a_type_of_the_future_takes_its_place_too() {
        var future = headersOf(completed(2));
        future.put("ce_type", "dev.vouch.campaign.renamed.v1");

        hear(cancelled(1), Records.with(Topics.CAMPAIGN.name(), id, future, "{}".getBytes()), cancelled(3));

        assertThat(lines()).containsExactly("cancelled 1", "cancelled 3");
    }

    @Test
    void a_fault_of_ours_in_an_event_that_waited_sets_that_one_aside() {
        hear(Records.of(id, 2, new CampaignCancelledV1(id, Machine.NOW, "poison")), cancelled(3));

        hear(cancelled(1));

        assertThat(lines()).containsExactly("cancelled 1", "cancelled 3");
        assertThat(Records.header(deadLetter(), DeadLetter.REASON)).isEqualTo("handler");
    }

    @Test
    void what_comes_after_it_was_given_up_is_set_aside_and_nothing_stays_parked() {
        hear(cancelled(1), cancelled(9));
        var gap = gap();
        hear(cancelled(5));
        campaigns.skip(gap, new Command("root", null, null, "too early"));
        assertThat(lines()).containsExactly("cancelled 1");

        campaigns.skip(gap(), new Command("root", null, null, "all lost"));
        campaigns.skip(gap(), new Command("root", null, null, "all lost"));

        assertThat(lines()).containsExactly("cancelled 1", "cancelled 5", "cancelled 9");
        assertThat(campaigns.gaps()).noneMatch(each -> each.document().equals(id));
    }

    @Test
    void an_invalid_event_with_a_readable_envelope_is_set_aside_and_takes_its_place() {
        var broken = cancelled(2);
        var record = Records.with(broken.topic(), id, headersOf(broken), "{}".getBytes());

        hear(cancelled(1), record, cancelled(3));

        assertThat(lines()).containsExactly("cancelled 1", "cancelled 3");
        var letter = deadLetter();
        assertThat(letter.value()).isEqualTo("{}".getBytes());
        assertThat(Records.header(letter, DeadLetter.REASON)).isEqualTo("schema");
        assertThat(Records.header(letter, "ce_id")).isEqualTo(Records.header(broken, "ce_id"));
    }

    @Test
    void a_fault_of_ours_sets_one_record_aside_and_the_channel_goes_on() {
        var poison = Records.of(id, 2, new CampaignCancelledV1(id, Machine.NOW, "poison"));

        hear(cancelled(1), poison, cancelled(3));

        assertThat(lines()).containsExactly("cancelled 1", "cancelled 3");
        assertThat(Records.header(deadLetter(), DeadLetter.REASON)).isEqualTo("handler");
    }

    @Test
    void no_more_than_fifty_wait_and_the_next_is_set_aside_as_a_gap() {
        for (int sequence = 2; sequence <= Turns.MAX_PARKED + 1; sequence++) {
            hear(cancelled(sequence));
        }
        hear(cancelled(Turns.MAX_PARKED + 2));

        assertThat(Records.header(deadLetter(), DeadLetter.REASON)).isEqualTo("gap");
        hear(cancelled(1));
        assertThat(lines()).hasSize(Turns.MAX_PARKED + 1);
    }

    @Test
    void a_hole_is_shown_and_given_up_by_a_person_who_says_why() {
        hear(cancelled(1), cancelled(4), cancelled(5));
        var gap = gap();
        assertThat(gap.firstWaiting()).isEqualTo(4);
        assertThat(gap.waiting()).isEqualTo(2);

        campaigns.skip(gap, new Command("root", null, null, "lost with the old broker"));

        assertThat(lines()).containsExactly("cancelled 1", "cancelled 4", "cancelled 5");
        assertThat(campaigns.gaps()).noneMatch(each -> each.document().equals(id));
        assertThat(diaries.history(id))
                .last()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("actor", "root")
                        .containsEntry("reason", "lost with the old broker"));
    }

    @Test
    void what_a_fault_set_aside_is_made_up_for_once_it_is_mended() {
        hear(cancelled(1), Records.of(id, 2, new CampaignCancelledV1(id, Machine.NOW, "poison")), cancelled(3));
        var letter = new DeadLetter(
                Records.of(id, 2, new CampaignCancelledV1(id, Machine.NOW, "poison")), "g", "diaries", "handler", "");
        assertThatThrownBy(() -> channel.replay(letter)).isInstanceOf(StillUnusable.class);
        assertThat(lines()).containsExactly("cancelled 1", "cancelled 3");

        mended = true;
        channel.replay(letter);
        channel.replay(letter);

        assertThat(lines()).containsExactly("cancelled 1", "cancelled 3", "cancelled 2");
    }

    @Test
    void a_listener_that_took_the_event_is_not_given_it_again() {
        hear(cancelled(1), cancelled(2));

        channel.replay(new DeadLetter(cancelled(2), "g", "another", "handler", ""));

        assertThat(lines()).containsExactly("cancelled 1", "cancelled 2");
    }

    @Test
    void the_look_follows_every_delivery() {
        hear(cancelled(1), cancelled(1));

        assertThat(looks).containsExactly(id, id);
    }

    @Test
    void of_a_state_the_newest_wins_and_gaps_are_legal() {
        var kpis = machine.consumers()
                .channel("kpis")
                .eachEvent(diaries)
                .on(
                        KpiMeasuredV1.class,
                        (diary, received) ->
                                Diary.of("kpi " + received.envelope().sequence()));

        kpis.apply(Records.batch(kpi(4), kpi(2), kpi(9)));

        assertThat(lines()).containsExactly("kpi 9");
    }

    @Test
    void a_document_that_only_waits_does_not_end_a_page_early() {
        var prefix = id;
        hear(Records.of(prefix + "-a", 5, new CampaignCancelledV1(prefix, Machine.NOW, null)));
        for (var letter : List.of("b", "c", "d")) {
            hear(Records.of(prefix + "-" + letter, 1, new CampaignCancelledV1(prefix, Machine.NOW, null)));
        }

        assertThat(diaries.after(prefix, 3)).containsExactly(prefix + "-b", prefix + "-c", prefix + "-d");
    }

    private Gap gap() {
        return campaigns.gaps().stream()
                .filter(each -> each.document().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ConsumerRecord<byte[], byte[]> kpi(long sequence) {
        return Records.of(id, sequence, new KpiMeasuredV1(id, Machine.NOW, List.of()));
    }

    @SafeVarargs
    private void hear(ConsumerRecord<byte[], byte[]>... records) {
        campaigns.apply(Records.batch(records));
    }

    private ConsumerRecord<byte[], byte[]> cancelled(long sequence) {
        return Records.of(id, sequence, new CampaignCancelledV1(id, Machine.NOW, null));
    }

    private ConsumerRecord<byte[], byte[]> completed(long sequence) {
        return Records.of(id, sequence, new CampaignCompletedV1(id, Machine.NOW));
    }

    private List<String> lines() {
        return diaries.get(id).state().lines();
    }

    /** The dead letter of this test's campaign. */
    private ConsumerRecord<byte[], byte[]> deadLetter() {
        return machine.read(Topics.CAMPAIGN.deadLetter("scoring.campaign"), id, 1)
                .get(0);
    }

    private static HashMap<String, String> headersOf(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value())));
        return headers;
    }
}

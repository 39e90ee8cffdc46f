package dev.vouch.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.Diary;
import dev.vouch.chassis.Machine;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.contract.Topics;
import dev.vouch.contract.campaign.CampaignCompletedV1;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RelayIT {

    private final Machine machine = Machine.get();
    private final Diary.Store diaries = new Diary.Store(machine.stores());
    private final Relay relay = new Relay(
            List.of(diaries),
            machine.publisher,
            new RelayLease(machine.database, "relay-it"),
            new Wakeup(),
            machine.stores().clock());
    private final String id = Diary.newId();

    @Test
    void a_whole_outbox_goes_out_in_order_and_is_emptied_after_the_acknowledgement() {
        write(3);

        relay.sweep();

        assertThat(published(3)).extracting(RelayIT::sequence).containsExactly("1", "2", "3");
        assertThat(document().getArray("outbox")).isEmpty();
        assertThat(document().containsKey("outboxPending")).isFalse();
    }

    @Test
    void a_crash_between_acknowledgement_and_emptying_says_the_same_thing_again() {
        write(1);
        var before = document();
        relay.sweep();
        diaries.collection().replaceOne(new Document("_id", id), before);

        relay.sweep();

        var published = published(2);
        assertThat(published).extracting(each -> header(each, "ce_id")).containsOnly(header(published.get(0), "ce_id"));
        assertThat(published.get(1).value()).isEqualTo(published.get(0).value());
    }

    @Test
    void what_waits_is_counted_with_its_age() {
        write(2);

        assertThat(relay.pending()).isGreaterThanOrEqualTo(2);
        assertThat(relay.oldest()).isEqualTo(Duration.ZERO);
        relay.sweep();
        assertThat(relay.sweep()).isZero();
        assertThat(relay.pending()).isZero();
    }

    @Test
    void the_envelope_tells_who_says_what_about_whom() {
        write(1);
        relay.sweep();

        var record = published(1).get(0);
        assertThat(header(record, "ce_type")).isEqualTo("dev.vouch.campaign.completed.v1");
        assertThat(header(record, "ce_source")).isEqualTo("/chassis-test");
        assertThat(header(record, "ce_subject")).isEqualTo(id);
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "ce_correlationid")).isNotBlank();
    }

    private void write(int events) {
        for (int i = 0; i < events; i++) {
            var line = "line " + i;
            diaries.upsert(
                    id,
                    Command.bySystem("test"),
                    diary -> Decision.accepted(Diary.continued(diary, line)),
                    Announcement.event(diary -> new CampaignCompletedV1(id, Machine.NOW)));
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> published(int count) {
        return machine.read(Topics.CAMPAIGN.name(), id, count);
    }

    private static String sequence(ConsumerRecord<byte[], byte[]> record) {
        return header(record, "ce_sequence");
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private org.bson.BsonDocument document() {
        return Objects.requireNonNull(
                diaries.collection().find(new Document("_id", id)).first());
    }
}

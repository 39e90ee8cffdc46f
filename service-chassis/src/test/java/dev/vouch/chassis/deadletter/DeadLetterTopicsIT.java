package dev.vouch.chassis.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.chassis.Machine;
import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.observability.Metrics;
import dev.vouch.contract.Topics;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTopicsIT {

    private static final String GROUP = "campaign.collaboration";

    private final Machine machine = Machine.get();
    private final DeadLetterPublisher publisher = new DeadLetterPublisher(
            machine.publisher, new Metrics(machine.registry), Clock.fixed(Machine.NOW, ZoneOffset.UTC));
    private final DeadLetterTopics topics = new DeadLetterTopics(
            machine.connection(), () -> Map.of("contacts", Topics.CONTACT.deadLetter(GROUP), "empty", "vouch.none"));

    @Test
    void each_letter_is_found_in_its_place_byte_for_byte() {
        for (int n = 0; n < 25; n++) {
            publisher.publish(letter("key-" + n, new byte[] {(byte) 0xff, 0, (byte) n}));
        }

        var all = pages(7);

        assertThat(all).hasSizeGreaterThanOrEqualTo(25).isSorted().doesNotHaveDuplicates();
        var found = all.stream().map(id -> topics.find(id).orElseThrow()).toList();
        assertThat(found).allSatisfy(each -> assertThat(each.at()).isEqualTo(Machine.NOW));
        assertThat(found.stream().map(each -> (int) each.letter().original().value()[2]))
                .containsAll(java.util.stream.IntStream.range(0, 25).boxed().toList());
        assertThat(found.get(0).letter().original().headers().toArray())
                .as("ours are gone, theirs are there, the forged one is not")
                .singleElement()
                .satisfies(header -> assertThat(header.key()).isEqualTo("theirs"));
        assertThat(found.get(0).letter().reason()).isEqualTo("json");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(topics.find(LetterId.parse("contacts~0~999999"))).isEmpty();
        assertThat(topics.find(LetterId.parse("others~0~0"))).isEmpty();
        assertThat(topics.find(LetterId.parse("contacts~99~0"))).isEmpty();
        assertThatThrownBy(() -> LetterId.parse("contacts~x")).isInstanceOf(NotFound.class);
    }

    private List<LetterId> pages(int limit) {
        var all = new ArrayList<LetterId>();
        var page = topics.after(null, limit);
        while (!page.isEmpty()) {
            page.forEach(each -> all.add(each.id()));
            page = topics.after(all.get(all.size() - 1), limit);
        }
        return all;
    }

    private static DeadLetter letter(String key, byte[] value) {
        var record = new ConsumerRecord<>(Topics.CONTACT.name(), 1, 7L, key.getBytes(), value);
        record.headers().add("theirs", new byte[] {1}).add(DeadLetter.REASON, "forged".getBytes());
        return new DeadLetter(record, GROUP, null, "json", "no JSON");
    }
}

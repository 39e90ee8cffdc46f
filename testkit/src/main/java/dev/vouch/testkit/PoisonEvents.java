package dev.vouch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.contract.EventType;
import dev.vouch.contract.EventTypes;
import dev.vouch.contract.Topic;
import dev.vouch.testkit.catalogue.EventSample;
import dev.vouch.testkit.catalogue.PoisonEvent;
import dev.vouch.testkit.catalogue.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Sends every row of {@code poison-events.txt} to every topic that the service reads, each between two good events of the same
 * partition, and looks at what became of them: the good ones applied, the poison set aside once, byte for byte, or ignored where
 * that is right. A service's test extends it and needs nothing else.
 */
public abstract class PoisonEvents {

    private static final String INCOMING = "mp.messaging.incoming.";
    private static final int PARTITION = 0;

    /** Everything that one topic was sent, and what of it had to happen. */
    private static final class Walk {
        private final Topic topic;
        private final String group;
        private final List<EventSample> read;
        private final GoodEvents good;
        private final Map<Long, Sent> sent = new TreeMap<>();
        private final SoftAssertions softly;

        Walk(Topic topic, String group, List<EventSample> read, SoftAssertions softly) {
            this.topic = topic;
            this.group = group;
            this.read = read;
            this.good = new GoodEvents(topic, read.get(0));
            this.softly = softly;
        }

        void go() {
            try (var line = new PoisonLine()) {
                sendGood(line);
                for (var row : PoisonEvent.all()) {
                    if (row.appliesTo(topic)) {
                        send(row, line);
                    }
                }
                line.awaitCommit(group, topic.name(), PARTITION);
                judge(line.deadLettersOf(topic.name(), group));
            }
        }

        boolean isRemembered() {
            return good.wereApplied();
        }

        private void send(PoisonEvent row, PoisonLine line) {
            var field = row.field();
            if (field == null) {
                var record = row.follows("again")
                        ? good.again()
                        : good.next(typeOf(row), row.follows("own") ? row.id().substring(0, 2) : null);
                row.spoil(record, good.sample());
                send(row, "", record, line);
                return;
            }
            for (var sample : read) {
                sample.spoiled(field).forEach((name, value) -> send(row, name, good.with(sample, value), line));
            }
        }

        private void send(PoisonEvent row, String what, RawRecord record, PoisonLine line) {
            var bytes = record.to(topic.name(), PARTITION);
            var offset = line.send(bytes, record.isPacked());
            softly.assertThat(offset.isEmpty())
                    .as("%s %s on %s is refused by the broker", row, what, topic.name())
                    .isEqualTo(row.isRefusedByTheBroker());
            offset.ifPresent(at -> sent.put(at, new Sent(row, what, bytes)));
            if (row.takesItsTurn()) {
                good.countOne();
            }
            sendGood(line);
        }

        private @Nullable EventSample typeOf(PoisonEvent row) {
            return EventTypes.all().stream()
                    .filter(type -> row.follows("type " + type.name()))
                    .findFirst()
                    .<EventSample>map(type -> new EventSample(type, GoodEvents.IDS))
                    .orElse(null);
        }

        private void sendGood(PoisonLine line) {
            var record = good.next(null, null).to(topic.name(), PARTITION);
            good.countOne();
            sent.put(line.send(record, false).orElseThrow(), new Sent(null, "", record));
        }

        private void judge(Map<Long, List<ConsumerRecord<byte[], byte[]>>> deadLetters) {
            sent.forEach((offset, each) -> {
                var letters = deadLetters.getOrDefault(offset, List.of());
                var name = "%s on %s at %d%s"
                        .formatted(
                                each,
                                topic.name(),
                                offset,
                                letters.isEmpty()
                                        ? ""
                                        : ", " + text(letters.get(0).headers(), "vouch-dlt-detail"));
                softly.assertThat(letters.size()).as("dead letters of " + name).isLessThanOrEqualTo(1);
                var reason = letters.isEmpty() ? null : text(letters.get(0).headers(), "vouch-dlt-reason");
                var row = each.row();
                if (row == null) {
                    softly.assertThat(reason).as(name).isNull();
                } else {
                    boolean valid = row.field() != null
                            && read.stream()
                                    .anyMatch(sample -> isOf(sample, each.record())
                                            && sample.isValid(each.record().value()));
                    softly.assertThat(row.expects(reason, valid))
                            .as(
                                    "%s: %s wanted, the schema %s it, but the dead letter's reason is %s",
                                    name, row.expected(), valid ? "takes" : "refuses", reason)
                            .isTrue();
                }
                if (!letters.isEmpty()) {
                    softly.assertThat(text(letters.get(0).headers(), "vouch-dlt-detail"))
                            .as("what the dead letter says of %s", name)
                            .isNotBlank()
                            .doesNotContainPattern(Inside.NAMES);
                    compare(name, each.record(), letters.get(0));
                }
            });
        }

        /** What no dead letter topic takes is kept without its value. */
        private void compare(String name, ProducerRecord<byte[], byte[]> sent, ConsumerRecord<byte[], byte[]> letter) {
            boolean tooLarge = sent.value() != null && sent.value().length > PoisonLine.LARGEST;
            softly.assertThat(letter.value()).as(name).isEqualTo(tooLarge ? null : sent.value());
            softly.assertThat(letter.key()).as(name).isEqualTo(sent.key());
            softly.assertThat(StreamSupport.stream(letter.headers().spliterator(), false)
                            .toList())
                    .as(name)
                    .containsAll(List.of(sent.headers().toArray()));
        }
    }

    private record Sent(@Nullable PoisonEvent row, String what, ProducerRecord<byte[], byte[]> record) {
        @Override
        public String toString() {
            return row == null ? "a good event" : row + " " + what + " in " + text(record.headers(), "ce_type");
        }
    }

    @Test
    void every_poison_event_is_set_aside_or_ignored_and_the_next_good_one_applied() {
        SoftAssertions.assertSoftly(softly -> incoming().forEach((channel, topic) -> {
            var group = ConfigProvider.getConfig().getValue(INCOMING + channel + ".group.id", String.class);
            var read = typesRead(topic, group);
            assertThat(read)
                    .as("the events that %s reads of %s", group, topic.name())
                    .isNotEmpty();
            var walk = new Walk(topic, group, read, softly);
            walk.go();
            softly.assertThat(wasApplied(topic, walk::isRemembered))
                    .as("the last good event of %s was applied", topic.name())
                    .isTrue();
        }));
    }

    /** An event that is only a trigger is remembered by no document: a service's test looks at what it starts instead. */
    protected boolean wasApplied(Topic topic, BooleanSupplier remembered) {
        return remembered.getAsBoolean();
    }

    /** A consumer reads an event if it refuses one of that type that has no field. */
    private static List<EventSample> typesRead(Topic topic, String group) {
        var samples = new LinkedHashMap<Long, EventSample>();
        try (var line = new PoisonLine()) {
            for (EventType<?> type : EventTypes.all()) {
                if (type.topic().equals(topic)) {
                    var good = new GoodEvents(topic, new EventSample(type, Map.of()));
                    var empty = good.with(good.sample(), new byte[] {'{', '}'});
                    samples.put(
                            line.send(empty.to(topic.name(), PARTITION), false).orElseThrow(),
                            new EventSample(type, GoodEvents.IDS));
                }
            }
            line.awaitCommit(group, topic.name(), PARTITION);
            var refused = line.deadLettersOf(topic.name(), group).keySet();
            samples.keySet().retainAll(refused);
        }
        return List.copyOf(samples.values());
    }

    /** The service's channels with their topics. */
    private static Map<String, Topic> incoming() {
        var found = new TreeMap<String, Topic>();
        for (var name : ConfigProvider.getConfig().getPropertyNames()) {
            if (name.startsWith(INCOMING) && name.endsWith(".topic")) {
                var topic = ConfigProvider.getConfig().getValue(name, String.class);
                EventTypes.all().stream()
                        .map(EventType::topic)
                        .filter(each -> each.name().equals(topic))
                        .findFirst()
                        .ifPresent(each ->
                                found.put(name.substring(INCOMING.length(), name.length() - ".topic".length()), each));
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static boolean isOf(EventSample sample, ProducerRecord<byte[], byte[]> record) {
        return sample.type().type().equals(text(record.headers(), "ce_type"));
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

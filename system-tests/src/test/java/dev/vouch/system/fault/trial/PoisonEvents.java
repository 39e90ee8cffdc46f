package dev.vouch.system.fault.trial;

import dev.vouch.contract.Topic;
import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** Between good events of the same partition come records that nobody can use. */
final class PoisonEvents implements FaultTest {

    /** In the middle of all measured: a machine with other work may be late once. */
    private static final Duration NEXT_APPLIED = Duration.ofSeconds(2);

    private static final int MEASURED = 3;

    private static final Map<Topic, String> TYPES = Map.of(
            Topics.PROFILE_SUBMISSIONS, "profile.observed",
            Topics.REPLY_SUBMISSIONS, "reply.received",
            Topics.PERFORMANCE_SUBMISSIONS, "post.measured");

    @Override
    public String id() {
        return "FT-13";
    }

    @Override
    public void run(Trial trial) throws IOException {
        var before = trial.evidence();
        var waited = new ArrayList<Duration>();
        var sent = new int[1];
        TYPES.forEach((topic, type) -> {
            for (var poison : poisons().entrySet()) {
                trial.flood().raw(topic, "poisoned", UUID.randomUUID().toString(), type, poison.getValue(), Map.of());
                sent[0]++;
            }
            for (var headers : brokenHeaders()) {
                trial.flood()
                        .raw(
                                topic,
                                "poisoned",
                                UUID.randomUUID().toString(),
                                type,
                                "{}".getBytes(StandardCharsets.UTF_8),
                                headers);
                sent[0]++;
            }
            untilApplied(trial, topic, type);
            for (int i = 0; i < MEASURED; i++) {
                trial.flood().raw(topic, "poisoned", UUID.randomUUID().toString(), type, new byte[0], Map.of());
                sent[0]++;
                waited.add(untilApplied(trial, topic, type));
            }
        });
        Collections.sort(waited);
        var after = trial.evidence();
        trial.say("  " + sent[0] + " poison records; a good event right behind one was applied after " + waited);
        for (var topic : TYPES.keySet()) {
            var letters = letters(after, topic) - letters(before, topic);
            var expected = sent[0] / TYPES.size();
            Failed.unless(
                    letters == expected,
                    topic.name() + ": " + letters + " dead letters of " + expected + " poison records");
        }
        Failed.unless(
                waited.get(waited.size() / 2).compareTo(NEXT_APPLIED) <= 0,
                "the next good event was applied only after " + waited);
        Site.SERVICES.forEach(
                each -> Failed.unless(trial.site().unit(each).isReady(), each + " did not survive the poison"));
    }

    private static long letters(Evidence evidence, Topic topic) {
        return evidence.channels().stream()
                .filter(channel -> channel.topic().equals(topic.name()))
                .mapToLong(channel -> evidence.said(channel.deadLetters()).size())
                .sum();
    }

    /** A good event under the same key: its outcome shows that the channel goes on. */
    private static Duration untilApplied(Trial trial, Topic topic, String type) {
        var id = UUID.randomUUID().toString();
        trial.flood().raw(topic, "poisoned", id, type, good(topic, id), Map.of());
        var begun = System.nanoTime();
        Failed.unless(
                Pause.until(
                        Duration.ofSeconds(30),
                        () -> !trial.witness()
                                .find("vouch_" + topic.service() + ".submissions", new Document("_id", id))
                                .isEmpty()),
                topic.name() + " stands still after poison");
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static byte[] good(Topic topic, String id) {
        var at = "2026-03-01T09:00:00Z";
        var text = topic.equals(Topics.PROFILE_SUBMISSIONS)
                ? "{\"platform\":\"instagram\",\"accountId\":\"good-%s\",\"observedAt\":\"%s\",\"source\":\"drill\"}"
                : topic.equals(Topics.REPLY_SUBMISSIONS)
                        ? "{\"messageId\":\"<%s@drill>\",\"channel\":\"EMAIL\",\"receivedAt\":\"%s\",\"text\":\"Hello\"}"
                        : "{\"campaignId\":\"c-%s\",\"influencerId\":\"instagram-0123456789abcdef\",\"postId\":\"p\","
                                + "\"observedAt\":\"%s\"}";
        return text.formatted(id, at).getBytes(StandardCharsets.UTF_8);
    }

    /** Values by what is wrong with them. */
    private static Map<String, byte[]> poisons() {
        var poisons = new LinkedHashMap<String, byte[]>();
        poisons.put("empty", new byte[0]);
        poisons.put("random bytes", new byte[] {3, (byte) 0xfe, 17, 0, 99, (byte) 0x80});
        poisons.put("invalid UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0xaf, '"', '}'});
        poisons.put("schema registry magic byte", new byte[] {0, 0, 0, 0, 7, '{', '}'});
        text(poisons, "truncated", "{\"platform\":\"instagram\",\"accountId\":\"x");
        text(poisons, "trailing garbage", "{\"platform\":\"instagram\"} garbage");
        text(poisons, "top-level array", "[1,2]");
        text(poisons, "top-level scalar", "17");
        text(poisons, "duplicate keys", "{\"platform\":\"instagram\",\"platform\":\"tiktok\",\"accountId\":\"x\"}");
        text(poisons, "deep nesting", "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        text(poisons, "10,000 digits", "{\"followers\":" + "9".repeat(10_000) + "}");
        text(poisons, "not a number", "{\"followers\":NaN}");
        text(poisons, "everything missing", "{}");
        text(poisons, "wrong shapes", "{\"platform\":[],\"observedAt\":{},\"messageId\":7,\"campaignId\":[]}");
        return poisons;
    }

    private static void text(Map<String, byte[]> poisons, String name, String text) {
        poisons.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Map<String, String>> brokenHeaders() {
        return List.of(
                Map.of("ce_id", ""),
                Map.of("ce_source", ""),
                Map.of("ce_type", ""),
                Map.of("ce_time", "23:59:60"),
                Map.of("ce_time", "2026-03-01T09:00:00"),
                Map.of("ce_id", "x".repeat(100_000)));
    }
}

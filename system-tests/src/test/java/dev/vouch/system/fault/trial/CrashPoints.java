package dev.vouch.system.fault.trial;

import static java.util.stream.Collectors.groupingBy;

import dev.vouch.contract.Topics;
import dev.vouch.system.fault.agent.CrashPoint;
import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** At each named point the process ends exactly there, once, and is started again; a point that is not reached fails the test. */
final class CrashPoints implements FaultTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LETTERS = 12;

    private final Deque<String> letters = new ArrayDeque<>();
    private final Deque<String> agreements = new ArrayDeque<>();
    private final Deque<String> drafts = new ArrayDeque<>();
    private List<String> people = List.of();

    @Override
    public String id() {
        return "FT-02";
    }

    /** The services at the same time: each spends most of it coming up again. */
    @Override
    public void run(Trial trial) throws Exception {
        prepare(trial);
        var units = Site.SERVICES.stream().map(trial.site()::unit).toList();
        trial.infiltrate(units);
        var points = CrashPoint.all().stream().filter(CrashPoint::applies).toList();
        var services = points.stream().collect(groupingBy(CrashPoint::service)).values();
        var workers = Executors.newFixedThreadPool(services.size());
        var missed = new ArrayList<String>();
        try {
            for (var each : workers.invokeAll(services.stream()
                    .<Callable<List<String>>>map(ofService -> () -> missed(trial, ofService))
                    .toList())) {
                missed.addAll(each.get());
            }
        } finally {
            workers.shutdown();
            trial.withdraw(units);
        }
        trial.say("  crash points reached: " + (points.size() - missed.size()) + " of " + points.size());
        Failed.unless(missed.isEmpty(), "crash points that were not reached: " + missed);
    }

    private List<String> missed(Trial trial, List<CrashPoint> points) throws Exception {
        var missed = new ArrayList<String>();
        for (var point : points) {
            if (!reach(trial, point)) {
                missed.add(point.number() + " " + point.name());
            }
        }
        return missed;
    }

    private void prepare(Trial trial) {
        people = trial.drill().people(Everyday.addresses(LETTERS));
        var campaign = trial.marketing().draft(100_000);
        trial.drill().shortlistAndLaunch(campaign, people, 10_000);
        letters.addAll(trial.drill().preparedContacts(campaign, LETTERS));
        drafts.addAll(
                List.of(trial.marketing().draft(100_000), trial.marketing().draft(100_000)));
        agreements.addAll(trial.drill().collaborations(4, 1_000, 100_000));
    }

    private boolean reach(Trial trial, CrashPoint point) throws Exception {
        var unit = trial.site().unit(point.service());
        var begun = System.nanoTime();
        if (point.load().equals("restart")) {
            unit.stop();
        }
        trial.sabotage().arm(point.service(), point);
        Pause.of(Duration.ofMillis(100)); // the agent looks every 20 ms
        if (point.load().equals("restart")) {
            unit.start();
        }
        var bringing = CompletableFuture.runAsync(() -> bring(trial, point));
        var ended = unit.awaitEnd(PATIENCE);
        trial.sabotage().disarm(point.service());
        if (ended) {
            unit.restart();
        }
        bringing.join();
        var hit = ended && trial.sabotage().wasHit(point.service(), point);
        trial.say("  point " + point.number() + " " + point.name() + ": " + (hit ? "reached" : "NOT REACHED") + ", "
                + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
        return hit;
    }

    private void bring(Trial trial, CrashPoint point) {
        switch (point.load()) {
            case "draft" -> trial.marketing().draft(100_000);
            case "launch" -> trial.marketing().launch(trial.marketing().draft(100_000));
            case "result" -> result(trial);
            case "profiles" -> trial.flood().profiles(200);
            case "poison" ->
                trial.flood()
                        .raw(
                                Topics.PROFILE_SUBMISSIONS,
                                "poison",
                                UUID.randomUUID().toString(),
                                "profile.observed",
                                "{".getBytes(StandardCharsets.UTF_8),
                                Map.of());
            case "rebalance" -> joinAndLeave(trial, "vouch.discovery.profile-submissions", "discovery.intake");
            case "shortlist" -> trial.drill().shortlistAndLaunch(drafts.pop(), people, 10_000);
            case "letter" -> trial.drill().approve(letters.pop());
            case "reply" -> {
                var contact = letters.pop();
                trial.drill().approve(contact);
                Pause.until(PATIENCE, () -> trial.drill().stateOf(contact).equals("SENT"));
                trial.drill().reply(contact, "Ja, gerne! Ich nehme 90 Euro.");
            }
            case "agreement" -> trial.drill().agree(agreements.pop());
            case "restart" -> {}
            default -> throw new IllegalStateException("nothing brings a process to " + point);
        }
    }

    private static void result(Trial trial) {
        var campaign = trial.marketing().draft(100_000);
        trial.marketing().launch(campaign);
        trial.marketing()
                .client()
                .post(
                        "campaign-manager",
                        "campaigns/" + campaign + "/measurements",
                        "measured",
                        "{\"influencerId\":\"instagram-0123456789abcdef\",\"postId\":\"p1\","
                                + "\"observedAt\":\"2026-03-01T09:00:00Z\",\"likes\":5}");
    }

    /** Another member takes partitions away from the service, commits nothing, and gives them back. */
    static void joinAndLeave(Trial trial, String topic, String group) {
        var settings = new Properties();
        settings.put("bootstrap.servers", trial.site().bootstrapServers());
        settings.put("group.id", group);
        settings.put("enable.auto.commit", false);
        settings.put("session.timeout.ms", 6_000);
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        try (var rival = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            rival.subscribe(List.of(topic));
            var until = System.nanoTime() + Duration.ofSeconds(8).toNanos();
            while (System.nanoTime() < until && rival.assignment().isEmpty()) {
                rival.poll(Duration.ofMillis(100));
            }
        }
    }
}

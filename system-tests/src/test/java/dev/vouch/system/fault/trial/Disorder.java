package dev.vouch.system.fault.trial;

import dev.vouch.contract.Topics;
import dev.vouch.system.fault.load.Flood;
import dev.vouch.system.fault.site.Pause;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;

/**
 * The same observations of two crowds, of one in order and of the other shuffled and without a useful key: both end alike. And an
 * answer that comes before the question waits for it.
 */
final class Disorder implements FaultTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ACCOUNTS = 10;
    private static final int WINDOW = 1_000;

    /** Of one account: what a document holds apart from who it is. */
    private static final List<String> FIGURES = List.of("followers", "following", "posts", "displayName", "bio");

    private record Observation(int account, int number) {}

    @Override
    public String id() {
        return "FT-11";
    }

    @Override
    public void run(Trial trial) throws IOException {
        var crowd = UUID.randomUUID().toString();
        var observations = new ArrayList<Observation>();
        for (int i = 0; i < WINDOW; i++) {
            observations.add(new Observation(i % ACCOUNTS, i));
        }
        handIn(trial, "ordered-" + crowd, body -> String.valueOf(body.get("accountId")), observations);
        Collections.shuffle(observations, trial.random());
        handIn(trial, "shuffled-" + crowd, body -> UUID.randomUUID().toString(), observations);
        answersBeforeQuestions(trial);
        Failed.unless(Pause.until(PATIENCE, trial.witness()::isQuiet), "the shuffled events are not worked off");
        for (int account = 0; account < ACCOUNTS; account++) {
            var ordered = figures(trial, "ordered-" + crowd + "-" + account);
            var shuffled = figures(trial, "shuffled-" + crowd + "-" + account);
            Failed.unless(
                    ordered.size() >= 3 && ordered.equals(shuffled), "in order " + ordered + ", shuffled " + shuffled);
        }
        trial.say("  " + 2 * WINDOW + " observations, " + ACCOUNTS + " accounts alike in both orders");
    }

    /** @param key as the contract asks, or what a producer takes that does not know it */
    private static void handIn(
            Trial trial, String crowd, Function<Map<String, Object>, String> key, List<Observation> observations) {
        var next = observations.iterator();
        trial.flood().observe(observations.size(), Topics.PROFILE_SUBMISSIONS, "profile.observed", key, id -> {
            var observation = next.next();
            var body = Flood.profile(crowd + "-" + observation.account(), 1_000 + observation.number());
            body.put("observedAt", AT.plusSeconds(observation.number()).toString());
            body.put(FIGURES.get(1 + observation.number() / ACCOUNTS % 2), observation.number());
            return body;
        });
    }

    private static Map<String, Object> figures(Trial trial, String account) {
        var figures = new TreeMap<String, Object>();
        var id = trial.drill().influencers(List.of(account)).get(0);
        var state = trial.witness()
                .find("vouch_discovery.influencers", new Document("_id", id))
                .get(0)
                .get("state", Document.class);
        FIGURES.stream().filter(state::containsKey).forEach(name -> figures.put(name, String.valueOf(state.get(name))));
        return figures;
    }

    /** The third of three events comes first; until the others are there it waits and is no dead letter. */
    private static void answersBeforeQuestions(Trial trial) {
        var campaign = trial.marketing().draft(100_000);
        trial.drill().shortlistAndLaunch(campaign, List.of("instagram-00000000fa170001"), 1_000);
        var contact = UUID.randomUUID().toString().replace("-", "");
        say(trial, contact, campaign, 3, "influencer.accepted", "acceptedAt");
        say(trial, contact, campaign, 1, "influencer.contacted", "sentAt");
        Failed.unless(
                trial.marketing()
                        .client()
                        .get("campaign-manager", "campaigns/" + campaign + "/collaborations?limit=1")
                        .body()
                        .path("items")
                        .isEmpty(),
                "an answer was heeded before its question");
        say(trial, contact, campaign, 2, "influencer.declined", "declinedAt");
        Failed.unless(
                Pause.until(
                        PATIENCE,
                        () -> !trial.marketing()
                                .client()
                                .get("campaign-manager", "campaigns/" + campaign + "/collaborations?limit=1")
                                .body()
                                .path("items")
                                .isEmpty()),
                "an answer that came too early was never heeded");
    }

    private static void say(Trial trial, String contact, String campaign, long sequence, String type, String at) {
        trial.flood()
                .fact(
                        Topics.CONTACT,
                        contact,
                        contact,
                        sequence,
                        type,
                        Map.of(
                                "contactId",
                                contact,
                                "campaignId",
                                campaign,
                                "influencerId",
                                "instagram-00000000fa170001",
                                "channel",
                                "EMAIL",
                                "touch",
                                1,
                                at,
                                AT.toString()));
    }
}

package dev.vouch.discovery;

import static dev.vouch.discovery.Discovering.PATIENCE;
import static dev.vouch.discovery.Discovering.launch;
import static dev.vouch.discovery.Discovering.name;
import static dev.vouch.discovery.Discovering.observe;
import static dev.vouch.discovery.Discovering.post;
import static dev.vouch.discovery.Discovering.profile;
import static org.awaitility.Awaitility.await;

import dev.vouch.contract.Topic;
import dev.vouch.contract.Topics;
import dev.vouch.testkit.Platform;
import dev.vouch.testkit.PoisonEvents;
import dev.vouch.testkit.Requests;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.BooleanSupplier;

@QuarkusTest
@WithTestResource(Platform.class)
class PoisonEventsIT extends PoisonEvents {

    /** So many that each partition of the topic has some of them, as far as chance can be trusted. */
    private static final int PEOPLE = 100;

    @Override
    protected boolean wasApplied(Topic topic, BooleanSupplier remembered) {
        return topic.equals(Topics.INFLUENCER) ? everybodyIsListed() : remembered.getAsBoolean();
    }

    /** Whoever is observed after a campaign was launched comes onto its longlist by nothing but these events. */
    private static boolean everybodyIsListed() {
        var word = "q" + name();
        launch("campaign-" + word, word);
        await().atMost(PATIENCE).until(() -> "COMPLETED".equals(longlist(word, "state")));
        for (int i = 0; i < PEOPLE; i++) {
            var handle = word + "_" + i;
            observe(profile(handle, 5_000L, word));
            observe(post(handle, "1", "Heute gibt es bei uns wieder ein Rezept mit " + word + " und das schmeckt uns"));
            observe(post(handle, "2", "Gestern gab es bei uns noch ein Rezept mit " + word + " und das war gut"));
        }
        await().atMost(PATIENCE).until(() -> Integer.valueOf(PEOPLE).equals(longlist(word, "count")));
        return true;
    }

    private static <T> T longlist(String word, String field) {
        return Requests.as("viewer")
                .get("/api/v1/longlists/campaign-" + word)
                .jsonPath()
                .get(field);
    }
}

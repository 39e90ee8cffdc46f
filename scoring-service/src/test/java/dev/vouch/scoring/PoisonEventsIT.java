package dev.vouch.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.contract.Topic;
import dev.vouch.contract.Topics;
import dev.vouch.testkit.PoisonEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

@QuarkusTest
@WithTestResource(PlayedDiscovery.class)
class PoisonEventsIT extends PoisonEvents {

    /** So many that each partition of the topic has some of them, as far as chance can be trusted. */
    private static final int PEOPLE = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String CAPTION = "Ich backe heute: mein Rezept für vegane Muffins, das mir immer gelingt";

    @Override
    protected boolean wasApplied(Topic topic, BooleanSupplier remembered) {
        return topic.equals(Topics.SCORE) ? everybodyIsScoredAgain() : remembered.getAsBoolean();
    }

    /** Whose figures have changed gets a new score by nothing but these events. */
    private static boolean everybodyIsScoredAgain() {
        var story = new Story();
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(number -> story.person("Lena " + number, 8_000, 100, CAPTION, CAPTION))
                .toList();
        story.launch(60_000, 2);
        story.longlist();
        story.shortlist("PROPOSED");
        people.forEach(person -> story.figures(person, 2, 8_000, 900, 2));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(people)
                        .allSatisfy(
                                person -> assertThat(story.explanation(person).getDouble("inputs.engagementPercent"))
                                        .isGreaterThan(10)));
        return true;
    }
}

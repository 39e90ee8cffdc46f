package dev.vouch.discovery.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.discovery.search.domain.DetectedLanguage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final String ID = "instagram-00112233445566aa";
    private static final Instant DAY = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void any_order_and_any_repetition_ends_in_the_same_state() {
        var observations = new ArrayList<>(List.<Object>of(
                profile("a", 1, false, 100L, "Berlin", "food"),
                profile("b", 3, false, null, null, null),
                profile("c", 2, false, 200L, "Wien", null),
                profile("d", 2, false, 201L, null, "travel"),
                profile("e", 0, true, null, "von Hand", null),
                post("f", 1, "p1", 10L, 2L),
                post("g", 3, "p1", null, 5L),
                post("h", 2, "p1", 30L, null),
                post("i", 1, "p2", 7L, 1L)));
        var expected = fold(observations);

        var random = new Random(7);
        for (int run = 0; run < 200; run++) {
            var shuffled = new ArrayList<>(observations);
            shuffled.add(observations.get(random.nextInt(observations.size())));
            Collections.shuffle(shuffled, random);
            assertThat(fold(shuffled)).isEqualTo(expected);
        }
        assertThat(expected.followers()).isEqualTo(201L);
        assertThat(expected.bio()).isEqualTo("von Hand");
        assertThat(expected.categories()).containsExactly("travel");
        assertThat(expected.recentPosts().get(1).likes()).isEqualTo(30L);
        assertThat(expected.recentPosts().get(1).comments()).isEqualTo(5L);
    }

    @Test
    void what_an_observation_does_not_say_it_does_not_take_away() {
        var influencer =
                fold(List.of(profile("a", 1, false, 100L, "Berlin", "food"), profile("b", 2, false, null, null, null)));

        assertThat(influencer.followers()).isEqualTo(100L);
        assertThat(influencer.bio()).isEqualTo("Berlin");
    }

    @Test
    void only_the_thirty_newest_posts_stay() {
        var posts = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            posts.add(post("e" + number, number, "p" + number, 1L, 1L));
        }

        var influencer = fold(posts);

        assertThat(influencer.recentPosts()).hasSize(30);
        assertThat(influencer.recentPosts().get(0).postKey()).isEqualTo("p39");
    }

    @Test
    void answers_below_a_comment_and_by_name_are_counted() {
        var dialogue = Dialogue.of(List.of(
                new Comment("anna", false, null, "Wie lange backen?", List.of(reply(true))),
                new Comment("bea", false, null, "Schön", List.of(reply(false))),
                new Comment("cem", false, null, "Mit Hefe?", List.of()),
                new Comment("owner", true, null, "@cem ja, mit Hefe", List.of())));

        assertThat(dialogue).isEqualTo(new Dialogue(3, 2, 2, 2));
    }

    @Test
    void declared_languages_stand_before_detected_ones() {
        var influencer = fold(List.of(post("a", 1, "p1", 1L, 1L)));

        assertThat(influencer.languages()).containsExactly(new Influencer.Language("de", 80, false));
        assertThat(influencer.detectedLanguages()).containsEntry("de", 80);
    }

    private static Comment.Reply reply(boolean byOwner) {
        return new Comment.Reply(byOwner ? "owner" : "dora", byOwner, null, "!");
    }

    private static Influencer fold(List<?> observations) {
        var influencer = Influencer.unknown(
                ID,
                observations.get(0) instanceof ObservedProfile profile
                        ? profile.observedAt()
                        : ((ObservedPost) observations.get(0)).observedAt());
        for (var each : observations) {
            influencer = each instanceof ObservedProfile profile
                    ? influencer.with(profile)
                    : influencer.with((ObservedPost) each);
        }
        return influencer;
    }

    private static Stamp stamp(String id, int day, boolean byHand) {
        return new Stamp(DAY.plusSeconds(86_400L * day), id, byHand);
    }

    private static ObservedProfile profile(
            String id,
            int day,
            boolean byHand,
            @Nullable Long followers,
            @Nullable String bio,
            @Nullable String category) {
        return new ObservedProfile(
                stamp(id, day, byHand),
                "test",
                "anna.backt",
                null,
                null,
                bio,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                category == null ? List.of() : List.of(category),
                followers,
                null,
                null,
                null,
                null,
                null);
    }

    private static ObservedPost post(String id, int day, String key, @Nullable Long likes, @Nullable Long comments) {
        return new ObservedPost(
                stamp(id, day, false),
                "test",
                "anna.backt",
                "4711",
                key,
                key,
                null,
                "IMAGE",
                DAY.plusSeconds(86_400L * Integer.parseInt(key.substring(1))),
                "Kuchen",
                List.of(new DetectedLanguage("de", 80)),
                List.of(),
                List.of(),
                List.of(),
                null,
                likes,
                comments,
                null,
                List.of());
    }
}

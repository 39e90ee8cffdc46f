package dev.vouch.discovery.longlist.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.profile.domain.ObservedPost;
import dev.vouch.discovery.profile.domain.ObservedProfile;
import dev.vouch.discovery.profile.domain.Stamp;
import dev.vouch.discovery.search.domain.DetectedLanguage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BriefPolicyTest {

    private static final Instant DAY = Instant.parse("2026-05-01T00:00:00Z");

    private static final Brief BRIEF = new Brief(
            List.of("Backen"),
            List.of("food"),
            List.of("instagram"),
            List.of("de"),
            List.of("DE", "AT", "CH"),
            1_000,
            100_000,
            List.of("PERSON"));

    @Test
    void a_topic_in_the_brief_s_language_matches() {
        assertThat(objections(person(5_000L, "travel"), "de", true)).isEmpty();
    }

    @Test
    void a_topic_matches_while_no_language_is_known() {
        assertThat(objections(person(5_000L, "travel"), null, true)).isEmpty();
    }

    @Test
    void a_topic_does_not_match_when_the_known_language_differs() {
        assertThat(objections(person(5_000L, "food"), "en", true)).containsExactly("longlist.other-language");
    }

    @Test
    void a_category_alone_matches_only_where_the_language_was_detected() {
        assertThat(objections(person(5_000L, "food"), "de", false)).isEmpty();
        assertThat(objections(person(5_000L, "food"), null, false)).containsExactly("longlist.category-alone");
    }

    @Test
    void neither_topic_nor_category_is_off_topic() {
        assertThat(objections(person(5_000L, "travel"), "de", false)).containsExactly("longlist.off-topic");
    }

    @Test
    void the_bounds_of_the_follower_range_are_inside() {
        assertThat(objections(person(1_000L, "food"), "de", true)).isEmpty();
        assertThat(objections(person(100_000L, "food"), "de", true)).isEmpty();
        assertThat(objections(person(999L, "food"), "de", true)).containsExactly("longlist.followers-outside");
        assertThat(objections(person(100_001L, "food"), "de", true)).containsExactly("longlist.followers-outside");
        assertThat(objections(person(null, "food"), "de", true)).containsExactly("longlist.followers-unknown");
    }

    @Test
    void what_is_known_and_differs_is_refused_and_what_is_unknown_is_a_hint() {
        var shop = person(5_000L, "food").with(profile(2, null, null, "US", "BRAND"));

        assertThat(objections(shop, "de", true))
                .containsExactly("longlist.other-country", "longlist.other-account-kind");
        assertThat(BriefPolicy.hints(BRIEF, person(5_000L, "food")))
                .extracting(Reason::code)
                .containsExactly(
                        "longlist.hint.country-unknown",
                        "longlist.hint.language-unknown",
                        "longlist.hint.account-kind-unknown");
    }

    private static List<String> objections(Influencer person, @Nullable String language, boolean onTopic) {
        var topics =
                onTopic ? List.of(new TopicEvidence("Backen", List.of("backt"), List.of())) : List.<TopicEvidence>of();
        var speaking = language == null ? person : person.with(post(language));
        return BriefPolicy.objections(BRIEF, new BriefPolicy.Found(speaking, topics)).stream()
                .map(Reason::code)
                .toList();
    }

    private static Influencer person(@Nullable Long followers, String category) {
        return Influencer.unknown("instagram-00112233445566aa", DAY).with(profile(1, followers, category, null, null));
    }

    private static ObservedProfile profile(
            int day,
            @Nullable Long followers,
            @Nullable String category,
            @Nullable String country,
            @Nullable String kind) {
        return new ObservedProfile(
                new Stamp(DAY.plusSeconds(day), "p" + day, false),
                "test",
                "anna",
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                country,
                List.of(),
                category == null ? List.of() : List.of(category),
                followers,
                null,
                null,
                null,
                kind,
                null);
    }

    private static ObservedPost post(String language) {
        return new ObservedPost(
                new Stamp(DAY, "post", false),
                "test",
                "anna",
                null,
                "0011223344556677",
                "77",
                null,
                "IMAGE",
                DAY,
                "text",
                List.of(new DetectedLanguage(language, 90)),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of());
    }
}

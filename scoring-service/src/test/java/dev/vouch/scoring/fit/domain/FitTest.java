package dev.vouch.scoring.fit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FitTest {

    private static final Instant OBSERVED = Instant.parse("2019-05-15T00:00:00Z");

    @Test
    void freshness_is_judged_at_the_observation_and_not_today() {
        // when
        var freshness = Freshness.of(OBSERVED.minus(Duration.ofDays(30)), 20, 100L, OBSERVED);

        // then
        assertThat(freshness.value()).isEqualTo(1);
        assertThat(freshness.stale()).isFalse();
    }

    @Test
    void a_year_without_a_post_is_stale() {
        // when
        var freshness = Freshness.of(OBSERVED.minus(Duration.ofDays(400)), 20, 100L, OBSERVED);

        // then
        assertThat(freshness.stale()).isTrue();
        assertThat(freshness.value()).isZero();
        assertThat(freshness.certaintyOfSilence()).isEqualTo(1);
    }

    @Test
    void one_known_post_of_many_proves_less_than_all_of_them() {
        // given
        var newest = OBSERVED.minus(Duration.ofDays(500));

        // then
        assertThat(Freshness.of(newest, 1, 400L, OBSERVED).stale()).isFalse();
        assertThat(Freshness.of(newest, 1, 1L, OBSERVED).stale()).isTrue();
        assertThat(Freshness.of(newest, 30, 400L, OBSERVED).stale()).isTrue();
    }

    @Test
    void without_any_post_nothing_is_fresh() {
        assertThat(Freshness.of(null, 0, null, OBSERVED).stale()).isTrue();
    }

    @Test
    void language_fit_is_the_share_of_posts_drawn_to_the_middle_while_few_are_known() {
        assertThat(LanguageFit.of(List.of(), List.of("de")).value()).isEqualTo(0.5);
        assertThat(LanguageFit.of(List.of(post("x", "de"), post("y", "en"), post("z", null)), List.of("de")))
                .isEqualTo(new LanguageFit(0.5, 2, 1));
        assertThat(LanguageFit.of(List.of(post("x", "de"), post("y", "de")), List.of("de"))
                        .value())
                .isGreaterThan(0.8);
    }

    @Test
    void words_to_avoid_are_found_in_their_forms_and_competitors_in_tags_and_mentions() {
        // given
        var posts = List.of(
                post("Ein Glas Wein und gute Weine", "de"),
                new PostText("k", OBSERVED, "Danke", List.of("kornkrone"), List.of("hafer.helden"), "de"));

        // when
        var safety = BrandSafety.of(posts, List.of("Wein", "Tabak"), List.of("Hafer Helden", "Kornkrone", "Niemand"));

        // then
        assertThat(safety.avoided()).containsExactly("Wein");
        assertThat(safety.avoidedPosts()).isEqualTo(1);
        assertThat(safety.competitors()).containsExactly("Hafer Helden", "Kornkrone");
    }

    @Test
    void wine_is_not_found_in_weinen() {
        assertThat(BrandSafety.of(List.of(post("Zum Weinerlich", "de")), List.of("Wein"), List.of())
                        .avoided())
                .isEmpty();
    }

    @Test
    void a_price_is_an_interval_with_its_source_and_never_below_the_minimum() {
        // given
        var card = new RateCard(
                "7", List.of(new RateCard.Rate("instagram", "EUR", 0, 100_000, 1_000, 1_300, 2_500, "somebody", 2026)));

        // then
        assertThat(PriceEstimate.of(card, "instagram", "EUR", 20_000))
                .contains(new PriceEstimate("EUR", 20_000, 26_000, "7", "somebody", 2026));
        assertThat(PriceEstimate.of(card, "instagram", "EUR", 1_000)
                        .orElseThrow()
                        .highMinorUnits())
                .isEqualTo(2_500);
        assertThat(PriceEstimate.of(card, "instagram", "CHF", 20_000)).isEmpty();
        assertThat(PriceEstimate.of(card, "instagram", "EUR", 100_000)).isEmpty();
    }

    private static PostText post(String caption, @Nullable String language) {
        return new PostText(caption, OBSERVED, caption, List.of(), List.of(), language);
    }
}

package dev.vouch.scoring.candidate.domain;

import static dev.vouch.scoring.candidate.domain.CandidateFixture.brief;
import static dev.vouch.scoring.candidate.domain.CandidateFixture.card;
import static dev.vouch.scoring.candidate.domain.CandidateFixture.cell;
import static dev.vouch.scoring.candidate.domain.CandidateFixture.features;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.scoring.scorecard.domain.Scorecard;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final String GOOD = "Ich backe heute: mein Rezept für vegane Muffins, das mir immer gelingt";
    private static final String OTHER = "Ich wünsche euch von mir einen schönen Tag";

    @Test
    void the_parts_add_up_to_the_score_exactly_and_stay_between_zero_and_hundred() {
        var random = new Random(3);
        for (int i = 0; i < 500; i++) {
            var score = score(
                    features(random.nextBoolean() ? "Lena" : "Backhaus Fiktivo GmbH", text(random), text(random)),
                    card(
                            500 + random.nextInt(150_000),
                            random.nextInt(9_000),
                            random.nextInt(900),
                            1L + random.nextInt(4_000),
                            random.nextInt(20)));

            assertThat(score.parts().stream().mapToInt(Part::tenths).sum()).isEqualTo(score.tenths());
            assertThat(score.tenths()).isBetween(0, 1_000);
            assertThat(score.parts())
                    .allSatisfy(part -> assertThat(part.reason().code()).isNotBlank());
        }
    }

    @Test
    void the_same_inputs_give_the_same_score() {
        // given
        var one = score(features("Lena", GOOD, OTHER), card(8_000, 300, 10, 300L, 12));
        var again = score(features("Lena", GOOD, OTHER), card(8_000, 300, 10, 300L, 12));

        // then
        assertThat(again).isEqualTo(one);
        assertThat(again.toString()).isEqualTo(one.toString());
    }

    @Test
    void who_speaks_of_the_topics_in_several_posts_is_ahead() {
        // given
        var card = card(8_000, 300, 10, 300L, 12);

        // then
        assertThat(score(features("Lena", GOOD, GOOD, GOOD), card).tenths())
                .isGreaterThan(score(features("Lena", GOOD, OTHER, OTHER), card).tenths() + 100);
        assertThat(score(features("Lena", GOOD, OTHER, OTHER), card).tenths())
                .isGreaterThan(
                        score(features("Lena", OTHER, OTHER, OTHER), card).tenths());
    }

    @Test
    void a_company_posing_as_a_person_loses_points_and_is_told_why() {
        // when
        var score = score(
                features("Bäckerei Fiktivo", "Unser Rezept: vegan backen. Kommt uns besuchen, wir haben geöffnet"),
                card(8_000, 300, 10, 300L, 12));

        // then
        assertThat(codes(score)).contains("account-kind.not-wanted");
        assertThat(score.tenths()).isLessThan(400);
    }

    @Test
    void stale_accounts_words_to_avoid_and_mass_following_cost_points() {
        // given
        var good = score(features("Lena", GOOD), card(8_000, 300, 10, 300L, 12));
        var stale = score(features("Lena", GOOD), card(8_000, 300, 500, 300L, 12));
        var wine = score(features("Lena", GOOD + " mit Wein"), card(8_000, 300, 10, 300L, 12));
        var mass = score(features("Lena", GOOD), card(8_000, 7_000, 10, 300L, 12));

        // then
        assertThat(codes(stale)).contains("freshness.stale");
        assertThat(stale.tenths()).isLessThan(good.tenths() - 200);
        assertThat(codes(wine)).contains("fit.words-to-avoid");
        assertThat(wine.tenths()).isLessThan(good.tenths() - 200);
        assertThat(codes(mass)).contains("authenticity.mass-following");
        assertThat(mass.tenths()).isEqualTo(good.tenths() - 60);
    }

    @Test
    void outside_the_follower_range_nothing_is_left() {
        assertThat(score(features("Lena", GOOD, GOOD), card(100_001, 300, 10, 3_000L, 12))
                        .tenths())
                .isZero();
    }

    @Test
    void one_lucky_post_says_less_than_many_good_ones() {
        // given
        var lucky = Engagement.of(card(8_000, 300, 10, 800L, 1), cell("5k-10k"));
        var steady = Engagement.of(card(8_000, 300, 10, 800L, 20), cell("5k-10k"));

        // then
        assertThat(lucky.measuredPercent()).isEqualTo(steady.measuredPercent());
        assertThat(lucky.value()).isLessThan(steady.value());
        assertThat(lucky.expectedPercent()).isLessThan(steady.expectedPercent());
    }

    @Test
    void hidden_likes_are_neither_good_nor_bad() {
        // when
        var unknown = Engagement.of(card(8_000, 300, 10, null, 5), cell("5k-10k"));

        // then
        assertThat(unknown.reason().code()).isEqualTo("engagement.unknown");
        assertThat(unknown.value()).isBetween(0.3, 0.5);
    }

    @Test
    void answered_comments_count_and_answered_questions_twice() {
        // when
        var conversation = Conversation.of(card(8_000, 300, 10, 300L, 5));

        // then
        assertThat(conversation.reason().facts())
                .containsEntry("answered", 10L)
                .containsEntry("comments", 20)
                .containsEntry("questionsAnswered", 5L);
        assertThat(conversation.value()).isGreaterThan(0.9);
    }

    @Test
    void weights_follow_from_the_kpis_and_are_always_a_hundred_points() {
        for (var kpis : List.of(
                List.<String>of(),
                List.of("reach"),
                List.of("conversions", "clicks"),
                List.of("engagements", "cost_per_engagement", "unheard-of"))) {
            var weights = Weights.following(kpis);
            assertThat(weights.tenths().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(1_000);
        }
        assertThat(Weights.following(List.of("conversions")).of(Criterion.CONVERSATION))
                .isGreaterThan(Weights.following(List.of("reach")).of(Criterion.CONVERSATION));
    }

    private static Score score(Features features, Scorecard card) {
        return new Scoring(brief()).score(features, new Scoring.Known(card, cell(card.tier()), "snapshot", null));
    }

    private static List<String> codes(Score score) {
        return score.parts().stream().map(part -> part.reason().code()).toList();
    }

    private static String text(Random random) {
        return List.of(GOOD, OTHER, "#vegan #backen #food #love", "Ein Glas Wein", "Kommt bei uns im Laden vorbei")
                .get(random.nextInt(5));
    }
}

package dev.vouch.scoring.metric.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.scoring.authenticity.domain.AccountKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Instant OBSERVED = Instant.parse("2026-05-15T00:00:00Z");

    @Test
    void engagement_is_the_median_over_posts_of_likes_and_comments_per_follower() {
        // when
        var rate = metric(Metric.ER_FOLLOWERS_MEDIAN, 1_000L, post(1, 10L, 0L), post(2, 30L, 10L), post(3, 900L, 0L));

        // then
        assertThat(rate.value()).isEqualTo(4.0);
        assertThat(rate.n()).isEqualTo(3);
        assertThat(rate.quality()).isEqualTo(Quality.INSUFFICIENT_DATA);
    }

    @Test
    void hidden_likes_are_missing_and_never_zero() {
        // when
        var rate = metric(Metric.ER_FOLLOWERS_MEDIAN, 1_000L, post(1, null, 50L), post(2, 30L, 10L));

        // then
        assertThat(rate.value()).isEqualTo(4.0);
        assertThat(rate.n()).isEqualTo(1);
    }

    @Test
    void without_followers_there_is_no_rate() {
        // when
        var rate = metric(Metric.ER_FOLLOWERS_MEDIAN, null, post(1, 30L, 10L));

        // then
        assertThat(rate.value()).isNull();
        assertThat(rate.quality()).isEqualTo(Quality.INSUFFICIENT_DATA);
    }

    @Test
    void a_post_younger_than_two_days_does_not_count_yet() {
        // given
        var young = post("young", OBSERVED.minus(Duration.ofHours(47)), 1L, 0L, null, null);

        // when
        var rate = metric(Metric.ER_FOLLOWERS_MEDIAN, 1_000L, young, post(3, 40L, 0L));

        // then
        assertThat(rate.n()).isEqualTo(1);
        assertThat(rate.value()).isEqualTo(4.0);
    }

    @Test
    void only_the_last_thirty_posts_count() {
        // given: the older the post, the more likes
        var posts = IntStream.rangeClosed(1, 40)
                .mapToObj(day -> post(day + 2, 10L * day, 0L))
                .toArray(PostFigures[]::new);

        // when
        var rate = metric(Metric.ER_FOLLOWERS_MEDIAN, 1_000L, posts);

        // then
        assertThat(rate.n()).isEqualTo(30);
        assertThat(rate.value()).isEqualTo(15.5);
        assertThat(rate.quality()).isEqualTo(Quality.SUFFICIENT);
    }

    @Test
    void the_interval_holds_the_middle_and_narrows_with_more_posts() {
        // when
        var few = metric(Metric.ER_FOLLOWERS_MEDIAN, 1_000L, posts(6));
        var many = metric(Metric.ER_FOLLOWERS_MEDIAN, 1_000L, posts(30));

        // then
        assertThat(few.quality()).isEqualTo(Quality.LOW_CONFIDENCE);
        assertThat(few.low()).isLessThanOrEqualTo(few.value());
        assertThat(many.high() - many.low()).isLessThan(3.0);
        assertThat(few.high() - few.low()).isEqualTo(0.5);
        assertThat(many.low()).isGreaterThan(0.3);
    }

    @Test
    void comments_answered_are_a_share_with_its_own_interval() {
        // given
        var one = post("a", OBSERVED.minus(Duration.ofDays(5)), 10L, 8L, 8L, 6L);
        var unknown = post(6, 10L, 8L);

        // when
        var replies = metric(Metric.REPLY_RATE, 1_000L, one, unknown);

        // then
        assertThat(replies.value()).isEqualTo(75.0);
        assertThat(replies.n()).isEqualTo(8);
        assertThat(replies.low()).isBetween(40.0, 60.0);
        assertThat(replies.high()).isBetween(85.0, 95.0);
    }

    @Test
    void unknown_comments_are_no_answer_rate() {
        assertThat(metric(Metric.REPLY_RATE, 1_000L, post(3, 1L, 1L)).value()).isNull();
    }

    @Test
    void cadence_counts_posts_per_week_between_the_oldest_and_the_newest() {
        assertThat(metric(Metric.POSTING_CADENCE, 1_000L, post(3, 1L, 1L), post(10, 1L, 1L), post(17, 1L, 1L))
                        .value())
                .isEqualTo(1.0);
    }

    private static MetricValue metric(Metric metric, @Nullable Long followers, PostFigures... posts) {
        var account = new AccountFigures(
                "instagram-0000000000000001",
                "instagram",
                followers,
                null,
                null,
                List.of(),
                AccountKind.UNKNOWN,
                OBSERVED,
                List.of(posts));
        return Metrics.of(account).stream()
                .filter(value -> value.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private static PostFigures[] posts(int count) {
        var posts = new ArrayList<PostFigures>();
        for (int i = 0; i < count; i++) {
            posts.add(post(i + 3, 10L + i, 0L));
        }
        return posts.toArray(PostFigures[]::new);
    }

    private static PostFigures post(int daysAgo, @Nullable Long likes, @Nullable Long comments) {
        return post("p" + daysAgo, OBSERVED.minus(Duration.ofDays(daysAgo + 2L)), likes, comments, null, null);
    }

    private static PostFigures post(
            String key,
            Instant publishedAt,
            @Nullable Long likes,
            @Nullable Long comments,
            @Nullable Long foreign,
            @Nullable Long answered) {
        return new PostFigures(
                key, publishedAt, OBSERVED, likes, comments, null, "de", false, foreign, answered, null, null);
    }
}

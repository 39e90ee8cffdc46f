package dev.vouch.scoring.metric.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Works out every metric of the dictionary from an account's figures. */
public final class Metrics {

    private static final int LAST_POSTS = 30;

    /** Younger posts are still collecting likes. */
    private static final Duration RIPE = Duration.ofDays(2);

    private Metrics() {}

    public static List<MetricValue> of(AccountFigures account) {
        var posts = ripePosts(account);
        return List.of(
                MetricValue.median(Metric.ER_FOLLOWERS_MEDIAN, perFollower(account, posts, Metrics::engagements)),
                MetricValue.median(Metric.ER_VIEWS_MEDIAN, perView(posts)),
                MetricValue.median(Metric.COMMENT_RATE, perFollower(account, posts, PostFigures::comments)),
                answered(Metric.REPLY_RATE, posts, PostFigures::foreignComments, PostFigures::foreignCommentsAnswered),
                answered(Metric.QUESTION_ANSWER_RATE, posts, PostFigures::questions, PostFigures::questionsAnswered),
                cadence(posts),
                MetricValue.share(
                        Metric.PAID_SHARE,
                        posts.stream().filter(PostFigures::paidLabel).count(),
                        posts.size()));
    }

    private static List<PostFigures> ripePosts(AccountFigures account) {
        return account.recentPosts().stream()
                .filter(post -> !post.publishedAt().plus(RIPE).isAfter(post.observedAt()))
                .sorted(Comparator.comparing(PostFigures::publishedAt)
                        .reversed()
                        .thenComparing(PostFigures::postKey))
                .limit(LAST_POSTS)
                .toList();
    }

    /** Likes and comments together; a post that hides one of them has no engagement figure. */
    private static @Nullable Long engagements(PostFigures post) {
        return post.likes() == null || post.comments() == null ? null : post.likes() + post.comments();
    }

    private static Sample perFollower(
            AccountFigures account, List<PostFigures> posts, Function<PostFigures, @Nullable Long> count) {
        var followers = account.followers();
        var values = new ArrayList<Double>();
        for (var post : posts) {
            var counted = count.apply(post);
            if (followers != null && followers > 0 && counted != null) {
                values.add(100.0 * counted / followers);
            }
        }
        return Sample.of(values);
    }

    private static Sample perView(List<PostFigures> posts) {
        var values = new ArrayList<Double>();
        for (var post : posts) {
            var engagements = engagements(post);
            var views = post.views();
            if (engagements != null && views != null && views > 0) {
                values.add(100.0 * engagements / views);
            }
        }
        return Sample.of(values);
    }

    private static MetricValue answered(
            Metric metric,
            List<PostFigures> posts,
            Function<PostFigures, @Nullable Long> asked,
            Function<PostFigures, @Nullable Long> answered) {
        ToLongFunction<@Nullable Long> known = count -> count == null ? 0 : count;
        long whole = posts.stream().map(asked).mapToLong(known).sum();
        long part = posts.stream().map(answered).mapToLong(known).sum();
        return MetricValue.share(metric, Math.min(part, whole), whole);
    }

    private static MetricValue cadence(List<PostFigures> posts) {
        if (posts.size() < 2) {
            return MetricValue.missing(Metric.POSTING_CADENCE);
        }
        var span = Duration.between(
                posts.get(posts.size() - 1).publishedAt(), posts.get(0).publishedAt());
        double weeks = Math.max(1.0 / 7, span.toHours() / (7 * 24.0));
        return new MetricValue(
                Metric.POSTING_CADENCE,
                Sample.rounded((posts.size() - 1) / weeks),
                posts.size(),
                null,
                null,
                Metric.POSTING_CADENCE.quality(posts.size()));
    }
}

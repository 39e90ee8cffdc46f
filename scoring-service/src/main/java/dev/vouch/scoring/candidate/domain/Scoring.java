package dev.vouch.scoring.candidate.domain;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.scoring.benchmark.domain.BenchmarkCell;
import dev.vouch.scoring.fit.domain.Freshness;
import dev.vouch.scoring.fit.domain.PriceEstimate;
import dev.vouch.scoring.fit.domain.TopicFit;
import dev.vouch.scoring.metric.domain.Metric;
import dev.vouch.scoring.metric.domain.MetricValue;
import dev.vouch.scoring.scorecard.domain.Scorecard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges one influencer for one brief. The same inputs give the same score, to the last bit. */
public final class Scoring {

    /** What is known besides the texts. */
    public record Known(
            Scorecard card,
            @Nullable BenchmarkCell cell,
            @Nullable String snapshotId,
            @Nullable PriceEstimate price) {}

    private final Brief brief;
    private final Weights weights;

    public Scoring(Brief brief) {
        this.brief = brief;
        this.weights = Weights.following(brief.kpis());
    }

    public Score score(Features features, Known known) {
        var card = known.card();
        var topic = TopicFit.of(features.posts(), brief.topics(), brief.sharesCategory(card.categories()));
        var freshness = Freshness.of(card.newestPostAt(), card.postKeys().size(), card.posts(), card.observedAt());
        var engagement = Engagement.of(card, known.cell());
        var conversation = Conversation.of(card);
        return Score.of(
                List.of(
                        part(Criterion.TOPIC, topicValue(topic), topicReason(topic)),
                        part(Criterion.ENGAGEMENT, engagement.value(), engagement.reason()),
                        part(Criterion.LANGUAGE, features.language().value(), languageReason(features)),
                        part(Criterion.CONVERSATION, conversation.value(), conversation.reason()),
                        part(Criterion.PERSON, 1 - features.organisationPercent() / 100.0, personReason(features)),
                        part(Criterion.FRESHNESS, freshness.value(), freshnessReason(freshness))),
                new Deductions(brief).of(features, card, topic, freshness),
                hints(features, card),
                topic,
                basis(known, engagement));
    }

    private Part part(Criterion criterion, double value, Reason reason) {
        int most = weights.of(criterion);
        return new Part(criterion.id(), (int) Math.round(most * Math.min(1, Math.max(0, value))), most, reason);
    }

    /** Nobody writes about nothing else: four posts in five count as all. */
    private static double topicValue(TopicFit topic) {
        return topic.value() / 0.8;
    }

    private static Reason topicReason(TopicFit topic) {
        var words = String.join(", ", topic.topics());
        if (topic.clearPosts() > 1) {
            return Reason.of(
                    "topic.several-posts", "clear", topic.clearPosts(), "posts", topic.posts(), "topics", words);
        }
        if (topic.clearPosts() == 1) {
            return Reason.of("topic.one-post", "posts", topic.posts(), "topics", words);
        }
        if (!topic.topics().isEmpty()) {
            return Reason.of("topic.mentioned", "topics", words);
        }
        if (topic.taggedPosts() > 0) {
            return Reason.of("topic.only-hashtags", "tagged", topic.taggedPosts(), "posts", topic.posts());
        }
        return topic.categoryMatches()
                ? Reason.of("topic.only-category", "posts", topic.posts())
                : Reason.of("topic.hardly", "posts", topic.posts());
    }

    private Reason languageReason(Features features) {
        var language = features.language();
        return language.posts() == 0
                ? Reason.of("language.unknown")
                : Reason.of(
                        "language.posts",
                        "matching",
                        language.matching(),
                        "posts",
                        language.posts(),
                        "languages",
                        String.join(", ", brief.languages()));
    }

    private static Reason personReason(Features features) {
        return switch (features.kind()) {
            case PERSON -> Reason.of("account-kind.person");
            case UNKNOWN -> Reason.of("account-kind.unclear");
            default -> Reason.of("account-kind.organisation", "kind", features.kind());
        };
    }

    private static Reason freshnessReason(Freshness freshness) {
        return freshness.days() == null
                ? Reason.of("freshness.no-post")
                : Reason.of("freshness.newest-post", "days", freshness.days());
    }

    private static List<Reason> hints(Features features, Scorecard card) {
        var hints = new ArrayList<>(card.hints());
        features.safety().competitors().forEach(brand -> hints.add(Reason.of("fit.competitor-named", "brand", brand)));
        hints.addAll(features.kindReasons());
        return hints;
    }

    private static Basis basis(Known known, Engagement engagement) {
        var card = known.card();
        var cell = known.cell();
        var replies = card.metric(Metric.REPLY_RATE);
        MetricValue questions = card.metric(Metric.QUESTION_ANSWER_RATE);
        return new Basis(
                card.fingerprint(),
                card.observedAt(),
                card.newestPostAt(),
                card.followers(),
                engagement.measuredPercent(),
                engagement.posts(),
                engagement.expectedPercent(),
                engagement.expectedPerPost(),
                engagement.percentile(),
                cell == null ? null : cellOf(cell),
                replies.value(),
                replies.n(),
                questions.value(),
                questions.n(),
                known.snapshotId(),
                known.price(),
                card.postKeys());
    }

    private static Basis.Cell cellOf(BenchmarkCell cell) {
        return new Basis.Cell(
                cell.platform(),
                cell.tier(),
                cell.category(),
                cell.accounts(),
                cell.origin(),
                cell.source(),
                cell.year(),
                cell.median());
    }
}

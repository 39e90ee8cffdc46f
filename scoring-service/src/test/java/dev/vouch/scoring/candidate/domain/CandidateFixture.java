package dev.vouch.scoring.candidate.domain;

import dev.vouch.scoring.authenticity.domain.AccountKind;
import dev.vouch.scoring.benchmark.domain.BenchmarkCell;
import dev.vouch.scoring.benchmark.domain.BenchmarkCell.Origin;
import dev.vouch.scoring.benchmark.domain.Tiers;
import dev.vouch.scoring.fit.domain.PostText;
import dev.vouch.scoring.fit.domain.Topic;
import dev.vouch.scoring.fit.domain.TopicEvidence;
import dev.vouch.scoring.metric.domain.AccountFigures;
import dev.vouch.scoring.metric.domain.PostFigures;
import dev.vouch.scoring.scorecard.domain.Scorecard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented people and a brief for them. */
final class CandidateFixture {

    static final Instant OBSERVED = Instant.parse("2026-05-15T00:00:00Z");
    static final Tiers TIERS = Tiers.from(List.of(1_000L, 5_000L, 10_000L, 25_000L, 100_000L));

    private CandidateFixture() {}

    static Brief brief() {
        return new Brief(
                List.of(new Topic("Backen", 2), new Topic("Rezept", 1), new Topic("vegan", 1)),
                List.of("food"),
                List.of("Wein"),
                List.of("de"),
                List.of("DE"),
                1_000,
                100_000,
                List.of("PERSON"),
                List.of("Kornkrone"),
                List.of("engagements"));
    }

    static Features features(String name, String... captions) {
        var posts = new ArrayList<PostText>();
        var keys = new ArrayList<String>();
        for (int i = 0; i < captions.length; i++) {
            keys.add("p" + i);
            posts.add(new PostText(
                    "p" + i, OBSERVED.minus(Duration.ofDays(5L + i)), captions[i], List.of(), List.of(), "de"));
        }
        var evidence = brief().topics().stream()
                .map(topic -> new TopicEvidence(topic.word(), 1, List.of("none")))
                .toList();
        return Features.read(
                new Features.Texts(name, name, null, AccountKind.UNKNOWN, posts), brief(), evidence, false);
    }

    static Scorecard card(long followers, long following, int daysSinceNewest, @Nullable Long likes, int posts) {
        var figures = new ArrayList<PostFigures>();
        for (int i = 0; i < posts; i++) {
            figures.add(new PostFigures(
                    "p" + i,
                    OBSERVED.minus(Duration.ofDays(daysSinceNewest + (long) i)),
                    OBSERVED,
                    likes,
                    2L,
                    null,
                    "de",
                    false,
                    4L,
                    2L,
                    1L,
                    1L));
        }
        return Scorecard.of(
                new AccountFigures(
                        "instagram-0000000000000001",
                        "instagram",
                        followers,
                        following,
                        300L,
                        List.of("food"),
                        AccountKind.UNKNOWN,
                        OBSERVED,
                        figures),
                TIERS);
    }

    static BenchmarkCell cell(String tier) {
        return new BenchmarkCell(
                "instagram",
                tier,
                BenchmarkCell.EVERY_CATEGORY,
                0,
                Origin.PUBLISHED,
                "somebody",
                2026,
                List.of(0, 20, 40, 60, 80),
                List.of(0.0, 1.0, 2.0, 3.0, 5.0));
    }
}

package dev.vouch.scoring.shortlist;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.scoring.candidate.Candidates;
import dev.vouch.scoring.candidate.domain.Brief;
import dev.vouch.scoring.candidate.domain.Campaign;
import dev.vouch.scoring.candidate.domain.Candidate;
import dev.vouch.scoring.candidate.domain.Features;
import dev.vouch.scoring.candidate.domain.OnTarget;
import dev.vouch.scoring.candidate.domain.Score;
import dev.vouch.scoring.fit.domain.TopicFit;
import dev.vouch.scoring.shortlist.domain.Limits;
import dev.vouch.scoring.shortlist.domain.Option;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whom a shortlist may choose from, and within which limits. */
@Singleton
class Options {

    private static final int STRONGEST = 5;

    private final Candidates candidates;
    private final ShortlistSettings settings;

    Options(Candidates candidates, ShortlistSettings settings) {
        this.candidates = candidates;
        this.settings = settings;
    }

    Limits limits(Campaign campaign) {
        return new Limits(
                campaign.budgetMinorUnits(),
                campaign.shortlistSize(),
                settings.minimumScore() * 10,
                settings.mostOfBudgetPercent());
    }

    List<Option> of(Campaign campaign) {
        var brief = Objects.requireNonNull(campaign.brief());
        var limits = limits(campaign);
        var options = new ArrayList<Option>();
        for (var candidate : candidates.all(campaign.campaignId())) {
            var score = candidate.score();
            var features = candidate.features();
            if (isOnTheLonglist(candidate) && score != null && features != null) {
                options.add(option(candidate, score, features, brief, limits));
            }
        }
        return options;
    }

    /** Whose score is due again keeps the old one until then, and so their place. */
    private static boolean isOnTheLonglist(Candidate candidate) {
        return candidate.status() == Candidate.Status.SCORED || candidate.status() == Candidate.Status.WAITING;
    }

    private static Option option(Candidate candidate, Score score, Features features, Brief brief, Limits limits) {
        var topic = score.topic();
        var price = score.basis().price();
        var expected = score.basis().expectedEngagements();
        return new Option(
                candidate.influencerId(),
                score.tenths(),
                expected == null ? 0 : expected,
                OnTarget.share(features, topic),
                price == null ? limits.budgetMinorUnits() / limits.size() : price.highMinorUnits(),
                mostFrequentLanguage(features),
                topic.topics().isEmpty() ? null : topic.topics().get(0),
                objections(score, features, topic, brief),
                score.strongest(STRONGEST));
    }

    private static List<Reason> objections(Score score, Features features, TopicFit topic, Brief brief) {
        var objections = new ArrayList<Reason>();
        var followers = score.basis().followers();
        Reason.when(followers == null, "shortlist.followers-unknown").ifPresent(objections::add);
        Reason.when(
                        followers != null && !brief.inRange(followers),
                        "fit.followers-out-of-range",
                        "followers",
                        followers == null ? 0 : followers,
                        "min",
                        brief.followersMin(),
                        "max",
                        brief.followersMax())
                .ifPresent(objections::add);
        Reason.when(
                        features.kind().organisation() && !brief.wantsOrganisations(),
                        "account-kind.not-wanted",
                        "kind",
                        features.kind())
                .ifPresent(objections::add);
        Reason.when(!brief.topics().isEmpty() && topic.clearPosts() == 0, "topic.nothing-clear", "posts", topic.posts())
                .ifPresent(objections::add);
        return objections;
    }

    private static @Nullable String mostFrequentLanguage(Features features) {
        return features.posts().stream()
                .map(post -> post.language())
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(language -> language, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}

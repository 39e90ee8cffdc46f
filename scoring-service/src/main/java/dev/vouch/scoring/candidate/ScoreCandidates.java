package dev.vouch.scoring.candidate;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.scoring.benchmark.Benchmarks;
import dev.vouch.scoring.benchmark.domain.BenchmarkSnapshot;
import dev.vouch.scoring.candidate.domain.Brief;
import dev.vouch.scoring.candidate.domain.Campaign;
import dev.vouch.scoring.candidate.domain.Candidate;
import dev.vouch.scoring.candidate.domain.Features;
import dev.vouch.scoring.candidate.domain.Features.Texts;
import dev.vouch.scoring.candidate.domain.Scoring;
import dev.vouch.scoring.fit.domain.PostText;
import dev.vouch.scoring.fit.domain.PriceEstimate;
import dev.vouch.scoring.fit.domain.RateCard;
import dev.vouch.scoring.scorecard.Scorecards;
import dev.vouch.scoring.scorecard.domain.Scorecard;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scores whoever waits, a batch of texts at a time. What is missing only delays: the next look tries again. */
@Singleton
public class ScoreCandidates {

    private static final Logger LOG = LoggerFactory.getLogger(ScoreCandidates.class);
    private static final Command COMMAND = Command.bySystem("scoring.candidate-timer");

    private final CampaignStore campaigns;
    private final CandidateStore candidates;
    private final Scorecards scorecards;
    private final Benchmarks benchmarks;
    private final ContentClient content;
    private final CandidateSettings settings;
    private final Clock clock;
    private final RateCard rates = RateCards.read();

    ScoreCandidates(
            CampaignStore campaigns,
            CandidateStore candidates,
            Scorecards scorecards,
            Benchmarks benchmarks,
            ContentClient content,
            CandidateSettings settings,
            Clock clock) {
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.scorecards = scorecards;
        this.benchmarks = benchmarks;
        this.content = content;
        this.settings = settings;
        this.clock = clock;
    }

    /** What all candidates of one campaign are judged by. */
    private record Yardstick(Campaign campaign, Brief brief, BenchmarkSnapshot benchmarks, String snapshotId) {}

    public void look() {
        for (var campaign : campaigns.open()) {
            try {
                if (campaign.ready()) {
                    score(campaign);
                }
            } catch (ContentClient.Away away) {
                LOG.warn("campaign={} candidates wait: {}", campaign.campaignId(), away.getMessage());
            }
        }
    }

    private void score(Campaign campaign) throws ContentClient.Away {
        @Nullable String after = null;
        while (true) {
            var batch = candidates.waitingAfter(after, campaign.campaignId(), ContentClient.BATCH);
            if (batch.isEmpty()) {
                return;
            }
            score(
                    yardstick(campaign),
                    batch.stream().map(found -> found.state()).toList());
            after = batch.get(batch.size() - 1).id();
        }
    }

    private void score(Yardstick by, List<Candidate> batch) throws ContentClient.Away {
        var ids = batch.stream().map(Candidate::influencerId).toList();
        var texts = content.texts(ids);
        var cards = scorecards.of(ids);
        for (var candidate : batch) {
            var read = texts.get(candidate.influencerId());
            var card = cards.get(candidate.influencerId());
            if (read == null) {
                change(candidate, Candidate::gone);
            } else if (card != null && (upToDate(card, read) || impatient(candidate))) {
                var readAt = clock.instant();
                change(candidate, current -> scored(by, current, read, card, readAt));
            }
        }
    }

    private Candidate scored(Yardstick by, Candidate candidate, Texts texts, Scorecard card, Instant readAt) {
        var features = Features.read(texts, by.brief(), candidate.evidence(), candidate.byHand());
        var cell = by.benchmarks()
                .cellFor(card.platform(), card.tier(), card.categories())
                .orElse(null);
        var score = new Scoring(by.brief())
                .score(features, new Scoring.Known(card, cell, by.snapshotId(), price(by.campaign(), card)));
        return candidate.scored(features, readAt, score);
    }

    private @Nullable PriceEstimate price(Campaign campaign, Scorecard card) {
        var followers = card.followers();
        var currency = campaign.currency();
        return followers == null || currency == null
                ? null
                : PriceEstimate.of(rates, card.platform(), currency, followers).orElse(null);
    }

    /** Figures and texts come on two ways; the newest post tells whether the figures have arrived. */
    private static boolean upToDate(Scorecard card, Texts texts) {
        return texts.posts().stream()
                .max(Comparator.comparing(PostText::publishedAt).thenComparing(PostText::postKey))
                .map(newest -> card.postKeys().contains(newest.postKey()))
                .orElse(true);
    }

    private boolean impatient(Candidate candidate) {
        return candidate.waitingSince().plus(settings.patience()).isBefore(clock.instant());
    }

    private void change(Candidate candidate, UnaryOperator<Candidate> change) {
        candidates.change(
                Candidate.id(candidate.campaignId(), candidate.influencerId()),
                COMMAND,
                current -> Decision.accepted(
                        current.status() == Candidate.Status.WAITING ? change.apply(current) : current),
                Announcement.none());
    }

    private Yardstick yardstick(Campaign campaign) {
        var brief = Objects.requireNonNull(campaign.brief());
        var pinned = campaign.snapshotId();
        var known = pinned == null ? null : benchmarks.find(pinned).orElse(null);
        if (known != null && pinned != null) {
            return new Yardstick(campaign, brief, known, pinned);
        }
        var taken = scorecards.takeBenchmarks();
        campaigns.change(
                campaign.campaignId(),
                COMMAND,
                current -> Decision.accepted(current.snapshotId() == null ? current.judgedBy(taken.id()) : current),
                Announcement.none());
        var chosen = Objects.requireNonNull(
                campaigns.get(campaign.campaignId()).state().snapshotId());
        return new Yardstick(campaign, brief, benchmarks.find(chosen).orElse(taken), chosen);
    }
}

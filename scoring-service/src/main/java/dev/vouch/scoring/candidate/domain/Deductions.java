package dev.vouch.scoring.candidate.domain;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.scoring.fit.domain.Freshness;
import dev.vouch.scoring.fit.domain.PostTopics;
import dev.vouch.scoring.fit.domain.TopicFit;
import dev.vouch.scoring.scorecard.domain.Scorecard;
import java.util.ArrayList;
import java.util.List;

/** What speaks against somebody so clearly that good figures elsewhere must not outweigh it. */
final class Deductions {

    private static final int OUT_OF_RANGE = 1_000;
    private static final int ORGANISATION = 400;
    private static final int WORDS_TO_AVOID = 300;
    private static final int STALE = 250;
    private static final int PERHAPS_STALE = 50;
    private static final int STUFFED_HASHTAGS = 100;
    private static final int NOTHING_SAID = 80;
    private static final int MASS_FOLLOWING = 60;
    private static final int UNUSUAL_ENGAGEMENT = 50;
    private static final int MANY_HASHTAGS = 15;

    private final Brief brief;
    private final List<Part> parts = new ArrayList<>();

    Deductions(Brief brief) {
        this.brief = brief;
    }

    List<Part> of(Features features, Scorecard card, TopicFit topic, Freshness freshness) {
        range(card);
        if (features.kind().organisation() && !brief.wantsOrganisations()) {
            deduct(ORGANISATION, Reason.of("account-kind.not-wanted", "kind", features.kind()));
        }
        if (!features.safety().avoided().isEmpty()) {
            deduct(
                    WORDS_TO_AVOID,
                    Reason.of(
                            "fit.words-to-avoid",
                            "words",
                            String.join(", ", features.safety().avoided()),
                            "posts",
                            features.safety().avoidedPosts()));
        }
        if (freshness.stale()) {
            deduct(
                    stalePoints(freshness),
                    freshness.days() == null
                            ? Reason.of("freshness.no-post")
                            : Reason.of("freshness.stale", "days", freshness.days()));
        }
        subject(features, topic);
        card.hints()
                .forEach(hint -> deduct(
                        hint.code().equals("authenticity.mass-following") ? MASS_FOLLOWING : UNUSUAL_ENGAGEMENT, hint));
        return parts;
    }

    private void range(Scorecard card) {
        var followers = card.followers();
        if (followers != null && !brief.inRange(followers)) {
            deduct(
                    OUT_OF_RANGE,
                    Reason.of(
                            "fit.followers-out-of-range",
                            "followers",
                            followers,
                            "min",
                            brief.followersMin(),
                            "max",
                            brief.followersMax()));
        }
    }

    /** Where few posts are known the silence may be ours: the longer it lasts, the less likely. */
    private static int stalePoints(Freshness freshness) {
        return (int) Math.round(PERHAPS_STALE + (STALE - PERHAPS_STALE) * freshness.certaintyOfSilence());
    }

    private void subject(Features features, TopicFit topic) {
        if (topic.clearPosts() > 0 || features.posts().isEmpty()) {
            return;
        }
        boolean stuffed = features.posts().stream()
                .filter(post -> !post.tagged().isEmpty())
                .mapToInt(PostTopics::hashtags)
                .anyMatch(hashtags -> hashtags >= MANY_HASHTAGS);
        if (stuffed) {
            deduct(STUFFED_HASHTAGS, Reason.of("topic.stuffed-hashtags", "tagged", topic.taggedPosts()));
        } else if (topic.topics().isEmpty()) {
            deduct(NOTHING_SAID, Reason.of("topic.nothing-said", "posts", topic.posts()));
        }
    }

    private void deduct(int tenths, Reason reason) {
        parts.add(new Part(Part.DEDUCTION, -tenths, 0, reason));
    }
}

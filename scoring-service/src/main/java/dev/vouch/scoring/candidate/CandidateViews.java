package dev.vouch.scoring.candidate;

import dev.vouch.chassis.http.Explanation;
import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.scoring.authenticity.domain.AccountKind;
import dev.vouch.scoring.candidate.domain.Basis;
import dev.vouch.scoring.candidate.domain.Candidate;
import dev.vouch.scoring.candidate.domain.Features;
import dev.vouch.scoring.candidate.domain.Part;
import dev.vouch.scoring.candidate.domain.Score;
import dev.vouch.scoring.fit.domain.PostTopics;
import dev.vouch.scoring.fit.domain.PriceEstimate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Candidates as REST shows them. */
final class CandidateViews {

    private static final int STRONGEST = 3;

    private final ReasonTexts texts;

    CandidateViews(ReasonTexts texts) {
        this.texts = texts;
    }

    record CandidateView(
            @Schema(examples = "c1f0~instagram-3f9c1a7be2d04586")
            String id,

            String campaignId,
            String influencerId,
            Candidate.Status status,

            @Schema(description = "0 to 100; absent until everything it needs is there", examples = "72.6") @Nullable
            Double score,

            @Schema(description = "The three strongest reasons")
            List<Explanation> reasons,

            List<Explanation> hints,

            @Schema(description = "Since when the score is due, while it is") @Nullable
            Instant waitingSince) {}

    record PartView(
            @Schema(examples = "topic") String id,

            @Schema(description = "Negative for a deduction", examples = "29.1")
            double points,

            @Schema(description = "How many there were to be had; 0 for a deduction", examples = "38.1")
            double ofPoints,

            Explanation reason) {}

    record PostEvidenceView(
            String postKey,
            Instant publishedAt,
            @Nullable String language,

            @Schema(description = "Topics that its sentences speak of")
            List<String> said,

            @Schema(description = "Topics that stand only among its hashtags")
            List<String> tagged,

            @Schema(description = "Hashtags in rows") int hashtags,

            @Schema(description = "0 (nothing) to 1 (unmistakably about the topics)")
            double strength) {}

    record PriceView(
            String currency,
            long lowMinorUnits,
            long highMinorUnits,

            @Schema(description = "Version of the rate file")
            String rateCardVersion,

            String source,
            int year) {

        static @Nullable PriceView of(@Nullable PriceEstimate price) {
            return price == null
                    ? null
                    : new PriceView(
                            price.currency(),
                            price.lowMinorUnits(),
                            price.highMinorUnits(),
                            price.rateCardVersion(),
                            price.source(),
                            price.year());
        }
    }

    record CellView(
            @Nullable String snapshotId,
            String platform,
            String tier,
            String category,

            @Schema(description = "0 where the publication does not say")
            int accounts,

            String origin,
            String source,
            int year,

            @Schema(description = "Median engagement of the cell in percent")
            double medianPercent) {

        static @Nullable CellView of(Basis basis) {
            var cell = basis.cell();
            return cell == null
                    ? null
                    : new CellView(
                            basis.snapshotId(),
                            cell.platform(),
                            cell.tier(),
                            cell.category(),
                            cell.accounts(),
                            cell.origin().name(),
                            cell.source(),
                            cell.year(),
                            cell.median());
        }
    }

    record InputsView(
            @Schema(description = "Newest observation of the account")
            Instant observedAt,

            @Nullable Instant textsReadAt,
            @Nullable Instant newestPostAt,
            @Nullable Long followers,
            @Nullable Double engagementPercent,
            int engagementPosts,
            @Nullable Double expectedEngagementPercent,

            @Schema(description = "Likes and comments that one post may bring") @Nullable
            Double expectedEngagements,

            @Nullable Double percentile,
            @Nullable Double replyRatePercent,
            int foreignComments,
            @Nullable Double questionAnswerRatePercent,
            int questions,
            AccountKind accountKind,

            @Schema(description = "How likely an organisation speaks, in percent")
            int organisationPercent,

            @Schema(description = "Posts behind the figures")
            List<String> postKeys,

            @Schema(description = "What was found in the texts; the texts are not kept")
            List<PostEvidenceView> posts) {}

    record ScoreExplanationView(
            String id,
            String campaignId,
            String influencerId,
            double score,

            @Schema(description = "They add up to the score exactly")
            List<PartView> parts,

            List<Explanation> hints,
            InputsView inputs,
            @Nullable CellView benchmark,
            @Nullable PriceView price) {}

    static String id(Candidate candidate) {
        return candidate.campaignId() + "~" + candidate.influencerId();
    }

    CandidateView candidate(Candidate candidate, Locale locale) {
        var score = candidate.score();
        return new CandidateView(
                id(candidate),
                candidate.campaignId(),
                candidate.influencerId(),
                candidate.status(),
                score == null ? null : score.value(),
                score == null ? List.of() : texts.explain(score.strongest(STRONGEST), locale),
                score == null ? List.of() : texts.explain(score.hints(), locale),
                candidate.status() == Candidate.Status.WAITING ? candidate.waitingSince() : null);
    }

    ScoreExplanationView explanation(Candidate candidate, Score score, Features features, Locale locale) {
        return new ScoreExplanationView(
                id(candidate),
                candidate.campaignId(),
                candidate.influencerId(),
                score.value(),
                score.parts().stream().map(part -> part(part, locale)).toList(),
                texts.explain(score.hints(), locale),
                inputs(candidate, score.basis(), features),
                CellView.of(score.basis()),
                PriceView.of(score.basis().price()));
    }

    private PartView part(Part part, Locale locale) {
        return new PartView(
                part.id(), part.tenths() / 10.0, part.ofTenths() / 10.0, texts.explain(part.reason(), locale));
    }

    private static InputsView inputs(Candidate candidate, Basis basis, Features features) {
        return new InputsView(
                basis.observedAt(),
                candidate.textsReadAt(),
                basis.newestPostAt(),
                basis.followers(),
                basis.engagementPercent(),
                basis.engagementPosts(),
                basis.expectedEngagementPercent(),
                basis.expectedEngagements(),
                basis.percentile(),
                basis.replyRatePercent(),
                basis.foreignComments(),
                basis.questionAnswerRatePercent(),
                basis.questions(),
                features.kind(),
                features.organisationPercent(),
                basis.postKeys(),
                features.posts().stream().map(CandidateViews::post).toList());
    }

    private static PostEvidenceView post(PostTopics post) {
        return new PostEvidenceView(
                post.postKey(),
                post.publishedAt(),
                post.language(),
                post.said(),
                post.tagged(),
                post.hashtags(),
                post.strength());
    }
}

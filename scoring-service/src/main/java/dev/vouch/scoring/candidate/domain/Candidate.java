package dev.vouch.scoring.candidate.domain;

import dev.vouch.scoring.fit.domain.TopicEvidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One influencer of one campaign's longlist, and what came of judging them.
 *
 * @param revision of the longlist that named them last
 * @param categoryMatched the brief's category that the profile carries, if that is what put them on the list
 * @param waitingSince when the score became due
 * @param features read out of the texts; absent until they were fetched
 * @param score stays until a newer one is there
 * @param placement on the approved shortlist
 */
public record Candidate(
        String campaignId,
        String influencerId,
        Status status,
        int revision,
        boolean byHand,
        @Nullable String categoryMatched,
        List<TopicEvidence> evidence,
        Instant waitingSince,
        @Nullable Features features,
        @Nullable Instant textsReadAt,
        @Nullable Score score,
        @Nullable Placement placement,
        @Nullable String removedBecause) {

    public enum Status {
        /** A score is due: texts or figures are missing, or new ones have come. */
        WAITING,
        SCORED,
        /** Discovery does not know the influencer any more. */
        GONE,
        /** Taken off the longlist. */
        REMOVED,
        /** A tombstone: the person was erased everywhere. Nothing told later fills it again. */
        ERASED
    }

    public record Placement(int revision, int rank, int scoreTenths, long feeCeilingMinorUnits) {}

    /** What the longlist says. */
    public record Entry(
            String campaignId,
            String influencerId,
            int revision,
            boolean byHand,
            @Nullable String categoryMatched,
            List<TopicEvidence> evidence) {}

    public static String id(String campaignId, String influencerId) {
        return campaignId + "/" + influencerId;
    }

    public static Candidate entered(@Nullable Candidate known, Entry entry, Instant at) {
        if (known != null && known.status() == Status.ERASED) {
            return tombstone(entry.campaignId(), entry.influencerId(), entry.revision(), known.waitingSince());
        }
        return new Candidate(
                entry.campaignId(),
                entry.influencerId(),
                Status.WAITING,
                entry.revision(),
                entry.byHand(),
                entry.categoryMatched(),
                entry.evidence(),
                at,
                known == null ? null : known.features(),
                known == null ? null : known.textsReadAt(),
                known == null ? null : known.score(),
                known == null ? null : known.placement(),
                null);
    }

    public static Candidate removed(
            @Nullable Candidate known,
            String campaignId,
            String influencerId,
            int revision,
            String reason,
            Instant at) {
        var entry = new Entry(
                campaignId,
                influencerId,
                revision,
                known != null && known.byHand(),
                known == null ? null : known.categoryMatched(),
                known == null ? List.of() : known.evidence());
        var next = entered(known, entry, at);
        return next.status() == Status.ERASED ? next : next.with(Status.REMOVED, reason);
    }

    /** Newer figures are there than those that the score was made from. */
    public Candidate outdated(String scorecardFingerprint, Instant at) {
        boolean same = score != null && score.basis().scorecard().equals(scorecardFingerprint);
        return same || status == Status.REMOVED || status == Status.WAITING || status == Status.ERASED
                ? this
                : new Candidate(
                        campaignId,
                        influencerId,
                        Status.WAITING,
                        revision,
                        byHand,
                        categoryMatched,
                        evidence,
                        at,
                        features,
                        textsReadAt,
                        score,
                        placement,
                        removedBecause);
    }

    public Candidate scored(Features read, Instant readAt, Score result) {
        return new Candidate(
                campaignId,
                influencerId,
                Status.SCORED,
                revision,
                byHand,
                categoryMatched,
                evidence,
                waitingSince,
                read,
                readAt,
                result,
                placement,
                null);
    }

    public Candidate gone() {
        return with(Status.GONE, null);
    }

    /** Keeps that somebody was here, and in which revision, so that a longlist still counts to its end. */
    public Candidate erased() {
        return tombstone(campaignId, influencerId, revision, waitingSince);
    }

    public Candidate placed(@Nullable Placement on) {
        if (status == Status.ERASED) {
            return this;
        }
        return new Candidate(
                campaignId,
                influencerId,
                status,
                revision,
                byHand,
                categoryMatched,
                evidence,
                waitingSince,
                features,
                textsReadAt,
                score,
                on,
                removedBecause);
    }

    private static Candidate tombstone(String campaignId, String influencerId, int revision, Instant since) {
        return new Candidate(
                campaignId,
                influencerId,
                Status.ERASED,
                revision,
                false,
                null,
                List.of(),
                since,
                null,
                null,
                null,
                null,
                null);
    }

    private Candidate with(Status next, @Nullable String because) {
        return new Candidate(
                campaignId,
                influencerId,
                next,
                revision,
                byHand,
                categoryMatched,
                evidence,
                waitingSince,
                features,
                textsReadAt,
                score,
                placement,
                because);
    }
}

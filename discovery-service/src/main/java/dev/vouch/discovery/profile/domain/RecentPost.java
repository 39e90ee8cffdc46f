package dev.vouch.discovery.profile.domain;

import dev.vouch.discovery.search.domain.DetectedLanguage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a post as they stand in its influencer's document; no text. */
public record RecentPost(
        String postKey,
        Instant publishedAt,
        Instant observedAt,
        String kind,
        @Nullable Long likes,
        @Nullable Long comments,
        @Nullable Long views,
        List<DetectedLanguage> languages,
        @Nullable Boolean paidLabel,
        @Nullable Dialogue dialogue,
        Provenance provenance) {

    static RecentPost merge(@Nullable RecentPost before, ObservedPost seen) {
        var merge = new MergePolicy(before == null ? null : before.provenance, seen.stamp());
        var publishedAt = merge.pick("publishedAt", before == null ? null : before.publishedAt, seen.publishedAt());
        var kind = merge.pick("kind", before == null ? null : before.kind, seen.kind());
        return new RecentPost(
                seen.postKey(),
                publishedAt == null ? seen.publishedAt() : publishedAt,
                before != null && before.observedAt.isAfter(seen.observedAt()) ? before.observedAt : seen.observedAt(),
                kind == null ? seen.kind() : kind,
                merge.pick("likes", before == null ? null : before.likes, seen.likes()),
                merge.pick("comments", before == null ? null : before.comments, seen.comments()),
                merge.pick("views", before == null ? null : before.views, seen.views()),
                merge.pickList("languages", before == null ? List.of() : before.languages, seen.languages()),
                merge.pick("paidLabel", before == null ? null : before.paidLabel, seen.paidLabel()),
                merge.pick(
                        "dialogue",
                        before == null ? null : before.dialogue,
                        seen.commentSample().isEmpty() ? null : Dialogue.of(seen.commentSample())),
                merge.provenance());
    }

    public @Nullable String mainLanguage() {
        return languages.isEmpty() ? null : languages.get(0).code();
    }
}

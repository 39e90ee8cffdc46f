package dev.vouch.discovery.profile.domain;

import dev.vouch.discovery.search.domain.DetectedLanguage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post with its text and the newest of everything that was seen of it. */
public record Post(
        String influencerId,
        String postKey,
        String postId,
        @Nullable String url,
        String kind,
        Instant publishedAt,
        Instant observedAt,
        @Nullable String caption,
        List<DetectedLanguage> languages,
        List<String> hashtags,
        List<String> mentions,
        List<String> brandTags,
        @Nullable Boolean paidLabel,
        @Nullable Long likes,
        @Nullable Long comments,
        @Nullable Long views,
        List<Comment> commentSample,
        Provenance provenance) {

    /** @param before null if the post was not known */
    public static Post merge(String influencerId, @Nullable Post before, ObservedPost seen) {
        var merge = new MergePolicy(before == null ? null : before.provenance, seen.stamp());
        var publishedAt = merge.pick("publishedAt", before == null ? null : before.publishedAt, seen.publishedAt());
        var kind = merge.pick("kind", before == null ? null : before.kind, seen.kind());
        var caption = merge.pick("caption", before == null ? null : before.caption, seen.caption());
        return new Post(
                influencerId,
                seen.postKey(),
                seen.postId(),
                merge.pick("url", before == null ? null : before.url, seen.url()),
                kind == null ? seen.kind() : kind,
                publishedAt == null ? seen.publishedAt() : publishedAt,
                before != null && before.observedAt.isAfter(seen.observedAt()) ? before.observedAt : seen.observedAt(),
                caption,
                before == null || (caption != null && caption.equals(seen.caption()))
                        ? seen.languages()
                        : before.languages,
                merge.pickList("hashtags", before == null ? List.of() : before.hashtags, seen.hashtags()),
                merge.pickList("mentions", before == null ? List.of() : before.mentions, seen.mentions()),
                merge.pickList("brandTags", before == null ? List.of() : before.brandTags, seen.brandTags()),
                merge.pick("paidLabel", before == null ? null : before.paidLabel, seen.paidLabel()),
                merge.pick("likes", before == null ? null : before.likes, seen.likes()),
                merge.pick("comments", before == null ? null : before.comments, seen.comments()),
                merge.pick("views", before == null ? null : before.views, seen.views()),
                merge.pickList(
                        "commentSample", before == null ? List.of() : before.commentSample, seen.commentSample()),
                merge.provenance());
    }

    public boolean speaks(String language) {
        return languages.stream().anyMatch(each -> each.code().equals(language));
    }
}

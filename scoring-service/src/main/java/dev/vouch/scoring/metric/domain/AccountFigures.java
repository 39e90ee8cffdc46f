package dev.vouch.scoring.metric.domain;

import dev.vouch.scoring.authenticity.domain.AccountKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account in numbers, as discovery last told it.
 *
 * @param declaredKind what the source said, UNKNOWN where it said nothing
 * @param observedAt the newest observation of anything about the account: the "today" of every judgement about it
 */
public record AccountFigures(
        String influencerId,
        String platform,
        @Nullable Long followers,
        @Nullable Long following,
        @Nullable Long posts,
        List<String> categories,
        AccountKind declaredKind,
        Instant observedAt,
        List<PostFigures> recentPosts) {}

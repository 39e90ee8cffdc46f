package dev.vouch.scoring.candidate.domain;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.scoring.authenticity.domain.AccountKind;
import dev.vouch.scoring.authenticity.domain.AccountKindHint;
import dev.vouch.scoring.fit.domain.BrandSafety;
import dev.vouch.scoring.fit.domain.LanguageFit;
import dev.vouch.scoring.fit.domain.PostText;
import dev.vouch.scoring.fit.domain.PostTopics;
import dev.vouch.scoring.fit.domain.TopicEvidence;
import dev.vouch.scoring.fit.domain.TopicReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was read out of a candidate's texts for one brief. The texts themselves are not kept. */
public record Features(
        List<PostTopics> posts,
        LanguageFit language,
        BrandSafety safety,
        AccountKind kind,
        int organisationPercent,
        List<Reason> kindReasons) {

    private static final int MOST_POSTS = 30;

    /** An account's texts, as discovery handed them out. */
    public record Texts(
            @Nullable String handle,
            @Nullable String displayName,
            @Nullable String bio,
            AccountKind declaredKind,
            List<PostText> posts) {}

    public static Features read(Texts texts, Brief brief, List<TopicEvidence> evidence, boolean byHand) {
        var reader = new TopicReader(brief.topics(), evidence, byHand);
        var posts = texts.posts().stream()
                .sorted(Comparator.comparing(PostText::publishedAt).reversed().thenComparing(PostText::postKey))
                .limit(MOST_POSTS)
                .toList();
        var kind = AccountKindHint.of(new AccountKindHint.Appearance(
                texts.declaredKind(),
                texts.handle(),
                texts.displayName(),
                texts.bio(),
                posts.stream()
                        .map(PostText::caption)
                        .flatMap(text -> Optional.ofNullable(text).stream())
                        .toList()));
        return new Features(
                posts.stream().map(reader::read).flatMap(Optional::stream).toList(),
                LanguageFit.of(posts, brief.languages()),
                BrandSafety.of(posts, brief.wordsToAvoid(), brief.competitors()),
                kind.kind(),
                kind.organisationPercent(),
                kind.reasons());
    }
}

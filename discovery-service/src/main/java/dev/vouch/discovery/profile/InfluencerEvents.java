package dev.vouch.discovery.profile;

import dev.vouch.contract.AccountKind;
import dev.vouch.contract.Event;
import dev.vouch.contract.Platform;
import dev.vouch.contract.PostKind;
import dev.vouch.contract.discovery.InfluencerDelistedV1;
import dev.vouch.contract.discovery.InfluencerUpdatedV1;
import dev.vouch.contract.discovery.InfluencerUpdatedV1.Language;
import dev.vouch.contract.discovery.InfluencerUpdatedV1.RecentPost;
import dev.vouch.discovery.profile.domain.Influencer;
import java.util.Locale;

/** What the influencer topic says: figures, never a text, name or handle. */
final class InfluencerEvents {

    private InfluencerEvents() {}

    static Event of(Influencer influencer) {
        return influencer.isDelisted() ? delisted(influencer) : updated(influencer);
    }

    private static InfluencerDelistedV1 delisted(Influencer influencer) {
        return new InfluencerDelistedV1(influencer.influencerId(), influencer.observedAt(), "profile.no-longer-listed");
    }

    private static InfluencerUpdatedV1 updated(Influencer influencer) {
        return new InfluencerUpdatedV1(
                influencer.influencerId(),
                Platform.valueOf(influencer.platform().toUpperCase(Locale.ROOT)),
                influencer.followers(),
                influencer.following(),
                influencer.posts(),
                influencer.verified(),
                influencer.country(),
                influencer.languages().stream()
                        .limit(20)
                        .map(each -> new Language(each.code(), each.confidencePercent(), each.declared()))
                        .toList(),
                influencer.categories(),
                influencer.accountKind() == null ? AccountKind.UNKNOWN : AccountKind.valueOf(influencer.accountKind()),
                influencer.isContactable(),
                influencer.firstObservedAt(),
                influencer.observedAt(),
                influencer.profileObservedAt(),
                influencer.recentPosts().stream()
                        .map(InfluencerEvents::recentPost)
                        .toList());
    }

    private static RecentPost recentPost(dev.vouch.discovery.profile.domain.RecentPost post) {
        var dialogue = post.dialogue();
        return new RecentPost(
                post.postKey(),
                post.publishedAt(),
                post.observedAt(),
                PostKind.valueOf(post.kind()),
                post.likes(),
                post.comments(),
                post.views(),
                post.mainLanguage(),
                Boolean.TRUE.equals(post.paidLabel()),
                dialogue == null ? null : dialogue.foreignComments(),
                dialogue == null ? null : dialogue.foreignCommentsAnswered(),
                dialogue == null ? null : dialogue.questions(),
                dialogue == null ? null : dialogue.questionsAnswered());
    }
}

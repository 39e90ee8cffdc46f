package dev.vouch.discovery.longlist;

import dev.vouch.discovery.longlist.domain.Brief;
import dev.vouch.discovery.longlist.domain.BriefPolicy;
import dev.vouch.discovery.longlist.domain.TopicEvidence;
import dev.vouch.discovery.longlist.domain.TopicEvidence.PostHit;
import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.profile.domain.Post;
import dev.vouch.discovery.search.Analysis;
import dev.vouch.discovery.search.Topics;
import dev.vouch.discovery.search.domain.TopicHits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One brief, ready to be held against many people. */
final class Matching {

    private final Topics topics;

    Matching(Analysis analysis, Brief brief) {
        topics = analysis.topics(brief.topics());
    }

    BriefPolicy.Found found(Influencer influencer, List<Post> posts) {
        var inProfile = new LinkedHashMap<String, List<String>>();
        for (var hit : topics.in(profileText(influencer))) {
            inProfile.put(hit.topic(), hit.words());
        }
        var inPosts = new LinkedHashMap<String, List<PostHit>>();
        for (var post : posts) {
            for (var hit : hits(post)) {
                inPosts.computeIfAbsent(hit.topic(), topic -> new ArrayList<>())
                        .add(new PostHit(post.postKey(), post.publishedAt(), post.url(), hit.words()));
            }
        }
        return new BriefPolicy.Found(influencer, evidence(inProfile, inPosts));
    }

    private List<TopicHits> hits(Post post) {
        var caption = post.caption();
        return caption == null ? List.of() : topics.in(caption);
    }

    private List<TopicEvidence> evidence(Map<String, List<String>> inProfile, Map<String, List<PostHit>> inPosts) {
        return topics.words().stream()
                .filter(topic -> inProfile.containsKey(topic) || inPosts.containsKey(topic))
                .map(topic -> new TopicEvidence(
                        topic, inProfile.getOrDefault(topic, List.of()), inPosts.getOrDefault(topic, List.of())))
                .toList();
    }

    private static String profileText(Influencer influencer) {
        return Stream.of(influencer.displayName(), influencer.bio())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }
}

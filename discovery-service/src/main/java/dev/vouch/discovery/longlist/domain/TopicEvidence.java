package dev.vouch.discovery.longlist.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One topic of the brief and where it was found.
 *
 * @param profileWords the words in name and bio
 */
public record TopicEvidence(String topic, List<String> profileWords, List<PostHit> posts) {

    /** The words of one post. */
    public record PostHit(
            String postKey, Instant publishedAt, @Nullable String url, List<String> words) {}

    public TopicEvidence {
        profileWords = List.copyOf(profileWords);
        posts = List.copyOf(posts);
    }

    public long hits() {
        return profileWords.size()
                + posts.stream().mapToLong(post -> post.words().size()).sum();
    }

    /** Each once, as they were written, the newest first. */
    public List<String> words() {
        var words = new ArrayList<String>(profileWords);
        posts.forEach(post -> words.addAll(post.words()));
        return words.stream().distinct().toList();
    }
}

package dev.vouch.scoring.fit.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads posts for the topics of one brief. */
public final class TopicReader {

    /** One word may be chance, a second one in the same text no longer is; two topics together are a subject. */
    private static final double SAID_ONCE = 0.4;

    private static final double SAID_OFTEN = 0.65;
    private static final double TAGGED = 0.2;
    private static final double TAGGED_AMONG_MANY = 0.1;
    private static final int MANY_HASHTAGS = 15;

    private final List<Topic> topics;
    private final Map<String, TopicEvidence> evidence = new HashMap<>();
    private final boolean byHand;
    private final double heaviest;

    /** @param evidence discovery's findings; none where a person put the account on the list */
    public TopicReader(List<Topic> topics, List<TopicEvidence> evidence, boolean byHand) {
        this.topics = topics;
        evidence.forEach(found -> this.evidence.put(Words.plain(found.topic()), found));
        this.byHand = byHand;
        this.heaviest = topics.stream()
                .mapToDouble(Topic::weight)
                .filter(weight -> weight > 0)
                .max()
                .orElse(1);
    }

    /** Nothing for a post without text: it says neither yes nor no. */
    public Optional<PostTopics> read(PostText post) {
        var caption = post.parts();
        if (caption.empty()) {
            return Optional.empty();
        }
        var said = new ArrayList<String>();
        var tagged = new ArrayList<String>();
        double silent = 1;
        for (var topic : topics) {
            long inSentences = hits(topic, post, caption.said());
            boolean inTags = hits(topic, post, caption.tagged()) > 0 || (inSentences == 0 && vouched(topic, post));
            if (inSentences > 0) {
                said.add(topic.word());
            } else if (inTags) {
                tagged.add(topic.word());
            }
            silent *= 1 - strength(inSentences, inTags, caption) * topic.weight() / heaviest;
        }
        return Optional.of(new PostTopics(
                post.postKey(),
                post.publishedAt(),
                post.language(),
                said,
                tagged,
                caption.tagged().size(),
                Math.round((1 - silent) * 1000) / 1000.0));
    }

    private static double strength(long inSentences, boolean inTags, Caption caption) {
        if (inSentences > 0) {
            return inSentences == 1 ? SAID_ONCE : SAID_OFTEN;
        }
        if (inTags) {
            return caption.tagged().size() >= MANY_HASHTAGS ? TAGGED_AMONG_MANY : TAGGED;
        }
        return 0;
    }

    private long hits(Topic topic, PostText post, List<String> words) {
        var family = Words.family(topic.word());
        if (vouched(topic, post)) {
            return words.stream().filter(family::mayHave).count();
        }
        if (byHand || evidence.containsKey(Words.plain(topic.word()))) {
            return words.stream().filter(family::has).count();
        }
        return 0;
    }

    private boolean vouched(Topic topic, PostText post) {
        var found = evidence.get(Words.plain(topic.word()));
        return found != null && found.postKeys().contains(post.postKey());
    }
}

package dev.vouch.scoring.fit.domain;

import java.util.List;

/**
 * How much of what an account says is about the brief's topics. The category is what is expected before anything was read;
 * every post that was read moves it.
 *
 * @param value 0 to 1
 * @param posts posts with text
 * @param clearPosts posts whose sentences leave no doubt
 * @param taggedPosts posts that carry the topics only as hashtags
 * @param topics the brief's topics that were said, most frequent first
 */
public record TopicFit(
        double value, int posts, int clearPosts, int taggedPosts, List<String> topics, boolean categoryMatches) {

    private static final double CLEAR = 0.5;
    private static final double EXPECTED = 0.1;
    private static final double EXPECTED_IN_CATEGORY = 0.35;

    public static TopicFit of(List<PostTopics> posts, List<Topic> topics, boolean categoryMatches) {
        double expected = categoryMatches ? EXPECTED_IN_CATEGORY : EXPECTED;
        double sum = posts.stream().mapToDouble(PostTopics::strength).sum();
        return new TopicFit(
                Math.round((sum + expected) / (posts.size() + 1) * 1000) / 1000.0,
                posts.size(),
                count(posts.stream()
                        .filter(post -> post.strength() >= CLEAR && !post.said().isEmpty())
                        .count()),
                count(posts.stream()
                        .filter(post -> post.said().isEmpty() && !post.tagged().isEmpty())
                        .count()),
                mostSaid(posts, topics),
                categoryMatches);
    }

    private static List<String> mostSaid(List<PostTopics> posts, List<Topic> topics) {
        return topics.stream()
                .map(Topic::word)
                .filter(word -> times(posts, word) > 0)
                .sorted((one, other) -> Long.compare(times(posts, other), times(posts, one)))
                .toList();
    }

    private static long times(List<PostTopics> posts, String word) {
        return posts.stream().filter(post -> post.said().contains(word)).count();
    }

    private static int count(long number) {
        return (int) number;
    }
}

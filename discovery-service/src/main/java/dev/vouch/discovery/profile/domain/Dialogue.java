package dev.vouch.discovery.profile.domain;

import java.util.List;

/** How far the owner talks with the people who comment, counted over a sample of comments. */
public record Dialogue(long foreignComments, long foreignCommentsAnswered, long questions, long questionsAnswered) {

    public static Dialogue of(List<Comment> sample) {
        long foreign = 0;
        long answered = 0;
        long questions = 0;
        long questionsAnswered = 0;
        for (var comment : sample) {
            if (comment.byOwner()) {
                continue;
            }
            var hasAnswer = isAnswered(comment, sample);
            foreign++;
            answered += hasAnswer ? 1 : 0;
            questions += comment.isQuestion() ? 1 : 0;
            questionsAnswered += comment.isQuestion() && hasAnswer ? 1 : 0;
        }
        return new Dialogue(foreign, answered, questions, questionsAnswered);
    }

    /** Below the comment, or by a comment of its own that names the author. */
    private static boolean isAnswered(Comment comment, List<Comment> sample) {
        return comment.replies().stream().anyMatch(Comment.Reply::byOwner)
                || sample.stream()
                        .anyMatch(each -> each.byOwner() && each.text().contains("@" + comment.author()));
    }
}

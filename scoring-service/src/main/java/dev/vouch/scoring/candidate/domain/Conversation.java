package dev.vouch.scoring.candidate.domain;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.scoring.metric.domain.Metric;
import dev.vouch.scoring.metric.domain.MetricValue;
import dev.vouch.scoring.scorecard.domain.Scorecard;

/** Whether the person answers the people who comment. Questions count twice: an answered question is the honest proof. */
record Conversation(double value, Reason reason) {

    /** Who answers this share of the comments answers practically everybody who expects it. */
    private static final double FULL = 0.6;

    /** What is expected of an unknown account, and how many comments that expectation is worth. */
    private static final double EXPECTED = 0.25;

    private static final double EXPECTED_COMMENTS = 4;

    static Conversation of(Scorecard card) {
        var replies = card.metric(Metric.REPLY_RATE);
        var questions = card.metric(Metric.QUESTION_ANSWER_RATE);
        double asked = replies.n() + questions.n();
        double answered = answered(replies) + answered(questions);
        double rate = (answered + EXPECTED * EXPECTED_COMMENTS) / (asked + EXPECTED_COMMENTS);
        return new Conversation(rate / FULL, reason(replies, questions));
    }

    private static double answered(MetricValue rate) {
        return rate.value() == null ? 0 : rate.n() * rate.value() / 100;
    }

    private static Reason reason(MetricValue replies, MetricValue questions) {
        if (replies.n() == 0) {
            return Reason.of("conversation.unknown");
        }
        long answers = Math.round(answered(replies));
        return questions.n() == 0
                ? Reason.of("conversation.comments", "answered", answers, "comments", replies.n())
                : Reason.of(
                        "conversation.comments-and-questions",
                        "answered",
                        answers,
                        "comments",
                        replies.n(),
                        "questionsAnswered",
                        Math.round(answered(questions)),
                        "questions",
                        questions.n());
    }
}

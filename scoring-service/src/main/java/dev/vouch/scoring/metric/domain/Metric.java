package dev.vouch.scoring.metric.domain;

/** The metric dictionary: everything this service can say about an account in one number. */
public enum Metric {
    ER_FOLLOWERS_MEDIAN(
            "er_followers_median", "percent", "median of (likes + comments) / followers over the last 30 posts", 5, 12),
    ER_VIEWS_MEDIAN("er_views_median", "percent", "median of (likes + comments) / views over the last 30 posts", 5, 12),
    COMMENT_RATE("comment_rate", "percent", "median of comments / followers over the last 30 posts", 5, 12),
    REPLY_RATE("reply_rate", "percent", "comments of others that the owner answered / comments of others", 5, 20),
    QUESTION_ANSWER_RATE(
            "question_answer_rate",
            "percent",
            "questions of others that the owner answered / questions of others",
            3,
            10),
    POSTING_CADENCE(
            "posting_cadence",
            "postsPerWeek",
            "(posts - 1) / weeks between the oldest and the newest of the last 30 posts",
            5,
            12),
    PAID_SHARE("paid_share", "percent", "posts with a paid label / posts, over the last 30 posts", 5, 12);

    private final String id;
    private final String unit;
    private final String formula;
    private final int minimum;
    private final int enough;

    Metric(String id, String unit, String formula, int minimum, int enough) {
        this.id = id;
        this.unit = unit;
        this.formula = formula;
        this.minimum = minimum;
        this.enough = enough;
    }

    public String id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    public String formula() {
        return formula;
    }

    /** Fewer observations than this are {@link Quality#INSUFFICIENT_DATA}. */
    public int minimum() {
        return minimum;
    }

    /** From here on {@link Quality#SUFFICIENT}. */
    public int enough() {
        return enough;
    }

    Quality quality(int n) {
        if (n < minimum) {
            return Quality.INSUFFICIENT_DATA;
        }
        return n < enough ? Quality.LOW_CONFIDENCE : Quality.SUFFICIENT;
    }
}

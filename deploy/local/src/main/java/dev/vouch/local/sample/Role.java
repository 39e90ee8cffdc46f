package dev.vouch.local.sample;

import dev.vouch.local.sample.Truth.Answer;

/** The parts that invented people play, how many play each, and what a careful reader of the sample brief expects of them. */
enum Role {
    FITS(38, "garden", Answer.YES, Answer.YES, "a person who grows food on a balcony and writes German about it"),
    FITS_BY_CATEGORY(
            4, "quiet", Answer.YES, Answer.DOUBTFUL, "category and language fit, but no post holds a topic word"),
    STALE(6, "garden", Answer.YES, Answer.DOUBTFUL, "nothing newer than two years before the profile was observed"),
    MASS_FOLLOWER(9, "garden", Answer.YES, Answer.DOUBTFUL, "follows 5,000 accounts or more and is hardly answered"),
    STUFFED_TAGS(7, "fashion", Answer.DOUBTFUL, Answer.NO, "fashion posts with garden hashtags below them"),
    FALSE_FRIEND(
            4,
            "kindergarten",
            Answer.DOUBTFUL,
            Answer.NO,
            "writes about the kindergarten, which only contains the word"),
    SHOP(7, "shop", Answer.DOUBTFUL, Answer.NO, "a shop that poses as a person"),
    RESTAURANT(5, "restaurant", Answer.DOUBTFUL, Answer.NO, "a restaurant that poses as a person"),
    BRAND(5, "shop", Answer.DOUBTFUL, Answer.NO, "declared to be a brand, and the brief asks for persons"),
    TOO_SMALL(6, "garden", Answer.NO, Answer.NO, "fewer than 1,000 followers"),
    TOO_LARGE(12, "garden", Answer.NO, Answer.NO, "more than 100,000 followers"),
    OTHER_PLATFORM(14, "garden", Answer.NO, Answer.NO, "fits, but on a platform that the brief does not name"),
    ENGLISH_GARDENER(14, "gardener", Answer.NO, Answer.NO, "the category fits, but the person writes English"),
    BORROWED_TAGS(8, "gardener", Answer.NO, Answer.NO, "writes English below German hashtags"),
    OTHER_TOPIC(261, "", Answer.NO, Answer.NO, "talks about something else");

    final int people;
    final String theme;
    final Answer longlisted;
    final Answer shortlistable;
    final String why;

    Role(int people, String theme, Answer longlisted, Answer shortlistable, String why) {
        this.people = people;
        this.theme = theme;
        this.longlisted = longlisted;
        this.shortlistable = shortlistable;
        this.why = why;
    }

    boolean writesEnglish() {
        return this == ENGLISH_GARDENER || this == BORROWED_TAGS;
    }

    boolean isCompany() {
        return this == SHOP || this == RESTAURANT || this == BRAND;
    }

    /** What the list says the person is about; shops and borrowed tags lie about it. */
    String category() {
        return switch (this) {
            case OTHER_TOPIC, STUFFED_TAGS -> "fashion";
            case FALSE_FRIEND -> "family";
            case RESTAURANT -> "food";
            default -> "garden";
        };
    }
}

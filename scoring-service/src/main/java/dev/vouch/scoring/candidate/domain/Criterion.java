package dev.vouch.scoring.candidate.domain;

import java.util.Locale;

/** What a score is made of. */
public enum Criterion {
    TOPIC(40),
    ENGAGEMENT(20),
    LANGUAGE(12),
    CONVERSATION(10),
    PERSON(10),
    FRESHNESS(8);

    private final int basePoints;

    Criterion(int basePoints) {
        this.basePoints = basePoints;
    }

    /** Of 100, before the KPIs shift anything. */
    int basePoints() {
        return basePoints;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

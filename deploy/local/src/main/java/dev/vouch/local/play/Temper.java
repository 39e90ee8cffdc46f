package dev.vouch.local.play;

import java.util.List;

/** How a played influencer takes a first message. */
enum Temper {
    ACCEPTS("accept"),
    ASKS_FIRST("question"),
    DECLINES("decline"),
    ANSWERS_AUTOMATICALLY("automatic"),
    OPTS_OUT("optout"),
    STAYS_SILENT("");

    /** Dealt again and again, so that a dozen people show everything that can happen. */
    private static final List<Temper> DECK = List.of(
            ACCEPTS,
            ACCEPTS,
            ASKS_FIRST,
            ACCEPTS,
            DECLINES,
            ACCEPTS,
            ANSWERS_AUTOMATICALLY,
            ACCEPTS,
            OPTS_OUT,
            ACCEPTS,
            STAYS_SILENT,
            ACCEPTS);

    final String phrases;

    Temper(String phrases) {
        this.phrases = phrases;
    }

    static Temper dealt(int nth) {
        return DECK.get(nth % DECK.size());
    }
}

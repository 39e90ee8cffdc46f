package dev.vouch.scoring.metric.domain;

/** How far a value may be trusted, by the number of observations behind it. */
public enum Quality {
    SUFFICIENT,
    LOW_CONFIDENCE,
    INSUFFICIENT_DATA
}

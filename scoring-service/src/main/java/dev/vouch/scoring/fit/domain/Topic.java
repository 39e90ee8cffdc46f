package dev.vouch.scoring.fit.domain;

/** A word of the brief and how much it matters there. */
public record Topic(String word, double weight) {}

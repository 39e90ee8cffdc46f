package dev.vouch.scoring.candidate.domain;

/** That a scorecard was heard of; what it says is looked up where it is needed. */
public record HeardScorecard(String influencerId) {}

package dev.vouch.scoring.benchmark.domain;

import java.util.List;

/** One account's value, and the categories in which it counts. */
public record Observation(double percent, List<String> categories) {}

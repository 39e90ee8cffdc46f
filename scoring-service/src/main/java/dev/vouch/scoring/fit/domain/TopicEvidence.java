package dev.vouch.scoring.fit.domain;

import java.util.List;

/** What discovery found: which posts speak of a topic. */
public record TopicEvidence(String topic, long hits, List<String> postKeys) {}

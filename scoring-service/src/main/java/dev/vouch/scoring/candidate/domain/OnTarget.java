package dev.vouch.scoring.candidate.domain;

import dev.vouch.scoring.fit.domain.TopicFit;

/**
 * Which share of an account's engagement comes from people for whom the product is meant and who believe this account about
 * it. The share of posts about the topics counts twice: once for who follows, once for what the account is followed for.
 */
public final class OnTarget {

    private OnTarget() {}

    public static double share(Features features, TopicFit topic) {
        double person = 1 - features.organisationPercent() / 100.0;
        return topic.value() * topic.value() * features.language().value() * person;
    }
}

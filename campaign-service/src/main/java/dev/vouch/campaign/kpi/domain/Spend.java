package dev.vouch.campaign.kpi.domain;

import dev.vouch.campaign.budget.domain.Money;

/** What the campaign pays one influencer. */
public record Spend(String influencerId, Money fee) {}

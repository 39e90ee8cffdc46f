package dev.vouch.campaign.planning.domain;

public enum AccountKind {
    PERSON,
    BRAND
}

package dev.vouch.campaign.planning.domain;

import java.util.Locale;

public enum Platform {
    INSTAGRAM,
    YOUTUBE,
    TIKTOK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.vouch.contract;

import java.util.Locale;

/** Where an account lives. The only enumeration that is written in lower case, because influencer ids begin with it. */
public enum Platform {
    INSTAGRAM,
    YOUTUBE,
    TIKTOK,
    UNKNOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.vouch.discovery.profile.domain;

import java.util.regex.Pattern;

/** {@code <platform>-<16 hex digits>}: fixed for ever by the first identity seen. */
public final class InfluencerId {

    private static final int BUCKET_DIGITS = 2;

    /** How many buckets there are: a sweep reads one at a time. */
    public static final int BUCKETS = 256;

    private static final Pattern SHAPE = Pattern.compile("[a-z]+-[0-9a-f]{16}");

    private InfluencerId() {}

    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** Spreads influencers evenly, so that a sweep reads a few of them by equality on an index. */
    public static String bucket(String influencerId) {
        var hash = influencerId.substring(influencerId.lastIndexOf('-') + 1);
        return hash.substring(0, BUCKET_DIGITS);
    }

    public static String bucket(int number) {
        return String.format("%02x", number);
    }
}

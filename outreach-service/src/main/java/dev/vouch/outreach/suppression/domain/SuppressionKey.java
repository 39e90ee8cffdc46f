package dev.vouch.outreach.suppression.domain;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The id of a guard: a keyed hash, so that it can be kept after the person was erased and still be met again, but cannot be
 * turned back into an address.
 */
public record SuppressionKey(String value) {

    public static SuppressionKey ofInfluencer(String influencerId, UnaryOperator<String> keyedHash) {
        return new SuppressionKey("influencer-" + keyedHash.apply("influencer\n" + influencerId));
    }

    /** Case and surrounding space do not make another mailbox, nor does a plus tag: the same person reads it. */
    public static SuppressionKey ofAddress(String address, UnaryOperator<String> keyedHash) {
        return new SuppressionKey("address-" + keyedHash.apply("address\n" + mailbox(address)));
    }

    private static String mailbox(String address) {
        var plain = address.strip().toLowerCase(Locale.ROOT);
        var at = plain.lastIndexOf('@');
        var plus = plain.indexOf('+');
        return plus > 0 && plus < at ? plain.substring(0, plus) + plain.substring(at) : plain;
    }
}

package dev.vouch.outreach.contact.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes a contact the same contact.
 *
 * @param touch 1 for the first message of a campaign to this person, 2 for the first follow-up
 */
public record ContactKey(String influencerId, String campaignId, int touch) {

    /** Planned twice, it is the same document. */
    public String id() {
        return hash(influencerId + "\n" + campaignId + "\n" + touch).substring(0, 32);
    }

    /** Who holds a person's guard: one campaign's conversation with one person. */
    public String holder() {
        return campaignId + "/" + influencerId;
    }

    public static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

package dev.vouch.outreach.contact.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What makes a contact the same contact.
 *
 * @param touch 1 for the first message of a campaign to this person, 2 for the first follow-up
 */
public record ContactKey(String influencerId, String campaignId, int touch) {

    /** The first message and two follow-ups: whoever is silent after that does not want to talk. */
    public static final int LAST_TOUCH = 3;

    public static ContactKey first(String influencerId, String campaignId) {
        return new ContactKey(influencerId, campaignId, 1);
    }

    /** All touches that this conversation may have, this one among them. */
    public List<ContactKey> allTouches() {
        return touches(1, LAST_TOUCH);
    }

    public List<ContactKey> earlierTouches() {
        return touches(1, touch - 1);
    }

    public ContactKey next() {
        return new ContactKey(influencerId, campaignId, touch + 1);
    }

    private List<ContactKey> touches(int from, int until) {
        return IntStream.rangeClosed(from, until)
                .mapToObj(each -> new ContactKey(influencerId, campaignId, each))
                .toList();
    }

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

package dev.vouch.outreach.template.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The names that a template may use; there are no others, no expressions and no loops. */
public enum Placeholder {
    DISPLAY_NAME("displayName"),
    HANDLE("handle"),
    PLATFORM("platform"),
    PROFILE_URL("profileUrl"),
    PRODUCT("product"),
    CAMPAIGN_NAME("campaignName"),
    /** An excerpt of the post that matched the brief. */
    HOOK("hook"),
    POST_URL("postUrl"),
    /** Where we found the address, as the General Data Protection Regulation wants it said (Art. 14). */
    SOURCE("source"),
    SENDER_NAME("senderName"),
    SENDER_ADDRESS("senderAddress"),
    /** How to be left alone; every template has it. */
    UNSUBSCRIBE("unsubscribe");

    private final String word;

    Placeholder(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Placeholder> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Placeholder::word).toList();
    }
}

package dev.vouch.outreach.contact.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom the message is for, as discovery knew it when the contact was prepared.
 *
 * @param address null where none is known; then a person writes on the platform
 * @param guards ids of the person's guards, sorted: the influencer's and, if there is one, the address's
 */
public record Recipient(
        String platform,
        @Nullable String handle,
        @Nullable String displayName,
        @Nullable String profileUrl,
        @Nullable String language,
        @Nullable String address,
        @Nullable String addressFoundIn,
        @Nullable String postUrl,
        @Nullable String hook,
        List<String> guards) {

    public Recipient {
        guards = List.copyOf(guards);
    }

    public ContactChannel channel() {
        return address == null ? ContactChannel.ASSISTED : ContactChannel.EMAIL;
    }
}

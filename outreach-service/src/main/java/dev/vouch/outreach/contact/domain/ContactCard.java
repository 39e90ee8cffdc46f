package dev.vouch.outreach.contact.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What discovery tells about a person who is to be written to. */
public record ContactCard(
        String platform,
        @Nullable String handle,
        @Nullable String displayName,
        @Nullable String profileUrl,
        @Nullable String language,
        List<Address> addresses,
        @Nullable String postUrl,
        @Nullable String excerpt) {

    /** @param foundIn where it is public, e.g. the profile's own text */
    public record Address(String address, @Nullable String foundIn) {}

    public ContactCard {
        addresses = List.copyOf(addresses);
    }

    /** How the person is greeted. */
    public String name() {
        if (displayName != null) {
            return displayName;
        }
        return handle == null ? "" : "@" + handle;
    }
}

package dev.vouch.discovery.profile.domain;

import dev.vouch.discovery.search.domain.DetectedLanguage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw of a profile at one time; what is null or empty was not seen.
 *
 * @param bioLanguages of display name and bio, as detected
 */
public record ObservedProfile(
        Stamp stamp,
        String source,
        @Nullable String handle,
        @Nullable String accountId,
        @Nullable String displayName,
        @Nullable String bio,
        List<DetectedLanguage> bioLanguages,
        List<String> links,
        List<ContactAddress> addresses,
        @Nullable String country,
        List<String> languages,
        List<String> categories,
        @Nullable Long followers,
        @Nullable Long following,
        @Nullable Long posts,
        @Nullable Boolean verified,
        @Nullable String accountKind,
        @Nullable Boolean delisted) {

    /** The figures alone, as they go into the history. */
    public Snapshot snapshot(String influencerId) {
        return new Snapshot(influencerId, source, stamp.observedAt(), followers, following, posts);
    }

    public boolean hasFigures() {
        return followers != null || following != null || posts != null;
    }

    public Instant observedAt() {
        return stamp.observedAt();
    }
}

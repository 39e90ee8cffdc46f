package dev.vouch.contract.discovery;

import dev.vouch.contract.AccountKind;
import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import dev.vouch.contract.Platform;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw of a profile at one time. Everything but the account is optional, and what is absent says
 * nothing: it is neither zero nor empty.
 */
public record ProfileObservedV1(
        Platform platform,
        @Nullable String accountId,
        @Nullable String handle,
        @Nullable String previousHandle,
        Instant observedAt,
        String source,
        @Nullable String displayName,
        @Nullable String bio,
        @Nullable List<String> links,
        @Nullable List<Address> addresses,
        @Nullable String country,
        @Nullable List<String> languages,
        @Nullable List<String> categories,
        @Nullable Long followers,
        @Nullable Long following,
        @Nullable Long posts,
        @Nullable Boolean verified,
        @Nullable AccountKind accountKind,
        @Nullable Boolean enteredByHand,
        @Nullable Boolean delisted)
        implements Event {
    public ProfileObservedV1 {
        Check.required("platform", platform);
        Check.optionalText("accountId", accountId, 200);
        Check.optionalText("handle", handle, 200);
        Check.optionalText("previousHandle", previousHandle, 200);
        Check.required("observedAt", observedAt);
        Check.text("source", source, 100);
        Check.optionalFreeText("displayName", displayName, 500);
        Check.optionalFreeText("bio", bio, 10_000);
        links = Check.optionalList("links", links, 50, (field, item) -> Check.text(field, item, 2000));
        addresses = Check.optionalList("addresses", addresses, 20);
        Check.optionalCountry("country", country);
        languages = Check.optionalList("languages", languages, 20, Check::language);
        categories = Check.optionalList("categories", categories, 20, (field, item) -> Check.text(field, item, 100));
        Check.optionalNotNegative("followers", followers);
        Check.optionalNotNegative("following", following);
        Check.optionalNotNegative("posts", posts);
        Check.anyPresent("accountId or handle", accountId, handle);
    }

    /** A contact address and where it stood. */
    public record Address(String address, String foundIn) {
        public Address {
            Check.text("address", address, 320);
            Check.code("foundIn", foundIn);
        }
    }
}

package dev.vouch.discovery.profile.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose observations a batch holds. Account ids never move. A handle belongs to whoever was last seen with it, and a
 * former handle leads a renamed account to its document.
 */
public final class IdentityLedger {

    /** By what an observation names its account; at least one is given. */
    public record Names(
            @Nullable Identity account,
            @Nullable Identity handle,
            @Nullable Identity formerHandle,
            Instant at) {

        public List<Identity> all() {
            return java.util.stream.Stream.of(account, handle, formerHandle)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    private final Map<Identity, Claim> claims = new HashMap<>();
    private final Map<Identity, Claim> changed = new LinkedHashMap<>();
    private final Map<String, Identity> accounts = new HashMap<>();
    private final UnaryOperator<String> newId;

    /** @param newId from the key of the first identity to the influencer's id */
    public IdentityLedger(Collection<Claim> known, UnaryOperator<String> newId) {
        this.newId = newId;
        known.forEach(this::remember);
    }

    public String resolve(Names names) {
        var id = holder(names);
        for (var identity : names.all()) {
            claim(identity, id, names);
        }
        return id;
    }

    /** What has to be written: new claims, moved ones, and ones seen again later. */
    public Collection<Claim> changed() {
        return List.copyOf(changed.values());
    }

    private String holder(Names names) {
        var account = names.account();
        if (account != null && claims.containsKey(account)) {
            return claims.get(account).influencerId();
        }
        for (var handle : java.util.Arrays.asList(names.handle(), names.formerHandle())) {
            var claim = handle == null ? null : claims.get(handle);
            if (claim != null && mayBe(claim.influencerId(), account)) {
                return claim.influencerId();
            }
        }
        return newId.apply(names.all().get(0).key());
    }

    /** Another account id is another account, whatever its handle. */
    private boolean mayBe(String influencerId, @Nullable Identity account) {
        var known = accounts.get(influencerId);
        return account == null || known == null || known.equals(account);
    }

    private void claim(Identity identity, String id, Names names) {
        var before = claims.get(identity);
        var claim = new Claim(identity, id, names.at());
        if (before == null) {
            put(claim);
            return;
        }
        var isLater = names.at().isAfter(before.seenAt());
        var isFormer = identity.equals(names.formerHandle());
        if (before.influencerId().equals(id) ? isLater : isLater && !identity.isAccount() && !isFormer) {
            put(claim);
        }
    }

    private void put(Claim claim) {
        changed.put(claim.identity(), claim);
        remember(claim);
    }

    private void remember(Claim claim) {
        claims.put(claim.identity(), claim);
        if (claim.identity().isAccount()) {
            accounts.put(claim.influencerId(), claim.identity());
        }
    }
}

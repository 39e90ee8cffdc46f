package dev.vouch.discovery.profile;

import dev.vouch.discovery.profile.domain.Claim;
import dev.vouch.discovery.profile.domain.Identity;
import dev.vouch.discovery.profile.domain.IdentityLedger;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds the influencers of a batch of observations, and makes their identities known. */
@Singleton
class Identities {

    private static final List<String> PLATFORMS = List.of("instagram", "tiktok", "youtube");

    private final IdentityStore store;
    private final KeyedHash hash;

    Identities(IdentityStore store, KeyedHash hash) {
        this.store = store;
        this.hash = hash;
    }

    /** Who goes by this handle now, on any platform. */
    List<String> withHandle(String handle) {
        var sought = PLATFORMS.stream()
                .map(platform -> Identity.handle(platform, handle))
                .toList();
        return store.around(sought).stream()
                .filter(claim -> sought.contains(claim.identity()))
                .map(Claim::influencerId)
                .sorted()
                .toList();
    }

    /** The influencer of each observation; repeatable. */
    <K> Map<K, String> resolve(Map<K, IdentityLedger.Names> observations) {
        var identities = new TreeSet<>(java.util.Comparator.comparing(Identity::key));
        observations.values().forEach(names -> identities.addAll(names.all()));
        while (true) {
            var known = store.around(identities);
            var ledger = new IdentityLedger(known, this::influencerId);
            var resolved = new LinkedHashMap<K, String>();
            observations.forEach((observation, names) -> resolved.put(observation, ledger.resolve(names)));
            if (store.write(ledger.changed(), known)) {
                return resolved;
            }
        }
    }

    private String influencerId(String identityKey) {
        var platform = identityKey.substring(0, identityKey.indexOf(':'));
        return platform + "-" + hash.of(identityKey);
    }
}

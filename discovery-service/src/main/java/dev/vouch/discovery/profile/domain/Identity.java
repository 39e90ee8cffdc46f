package dev.vouch.discovery.profile.domain;

import java.util.Locale;

/**
 * One thing by which an account is found: its id on the platform, which never moves, or a handle, which may change hands.
 *
 * @param key unique over all platforms
 */
public record Identity(String key) {

    public static Identity account(String platform, String accountId) {
        return new Identity(platform + ":account:" + accountId);
    }

    public static Identity handle(String platform, String handle) {
        return new Identity(platform + ":handle:" + handle.toLowerCase(Locale.ROOT));
    }

    public boolean isAccount() {
        return key.contains(":account:");
    }
}

package dev.vouch.system.fault.site;

import java.util.Map;

/** What an installation that is done harm to waits for. */
public final class Timeouts {

    /** Shorter than in production, so that a take-over can be waited for; {@code TimeoutsIT} holds the real ones. */
    public static final Map<String, String> SHORTENED = Map.of(
            "VOUCH_CONTACT_CLAIM_TIMEOUT", "PT6S",
            "VOUCH_CONTACT_COMMIT_TIMEOUT", "PT12S",
            "VOUCH_CONTACT_RETRY_AFTER", "PT2S",
            "VOUCH_CONTACT_LOOK_AGAIN_AFTER", "PT1S",
            "VOUCH_OUTREACH_TAKE_OVER_EVERY", "1s",
            "VOUCH_MAIL_ANSWER_TIMEOUT", "PT8S");

    private Timeouts() {}
}

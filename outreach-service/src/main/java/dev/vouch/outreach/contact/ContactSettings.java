package dev.vouch.outreach.contact;

import dev.vouch.outreach.contact.domain.Deadlines;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "vouch.contact")
interface ContactSettings {

    /** After this another instance may take a claim back. */
    @WithDefault("PT2M")
    Duration claimTimeout();

    /** Longer than the mail client waits for the server's answer. */
    @WithDefault("PT15M")
    Duration commitTimeout();

    /** From opening a prepared text to the question whether it was sent. */
    @WithDefault("PT1H")
    Duration openedTimeout();

    @WithDefault("PT30M")
    Duration retryAfterUnknown();

    /** From a message to the next touch, if nobody answered. */
    @WithDefault("P5D")
    Duration followUpAfter();

    @WithDefault("PT15M")
    Duration retryAfter();

    @WithDefault("5")
    int maxAttempts();

    /** When a card, a campaign's words or a plan is not there yet. */
    @WithDefault("PT15S")
    Duration lookAgainAfter();

    /** As the domain reads them; static, because a mapping takes each of its methods for a setting. */
    static Deadlines deadlines(ContactSettings settings) {
        return new Deadlines(
                settings.claimTimeout(),
                settings.commitTimeout(),
                settings.openedTimeout(),
                settings.retryAfterUnknown(),
                settings.followUpAfter(),
                settings.retryAfter(),
                settings.maxAttempts());
    }
}

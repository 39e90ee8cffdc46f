package dev.vouch.outreach.suppression;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "vouch.suppression")
interface SuppressionSettings {

    /** From one campaign's message to a person until another campaign may write. */
    @WithDefault("P90D")
    Duration quietPeriod();

    /** The secret of the keyed hashes; by default one is drawn and kept in the store. */
    Optional<String> secret();
}

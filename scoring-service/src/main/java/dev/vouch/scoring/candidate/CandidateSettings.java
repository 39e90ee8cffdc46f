package dev.vouch.scoring.candidate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "vouch.scoring.candidate")
interface CandidateSettings {

    /** How long a score waits for figures that are older than the texts, before it is made from what is there. */
    @WithDefault("PT30S")
    Duration patience();
}

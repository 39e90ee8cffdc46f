package dev.vouch.scoring.benchmark;

import io.smallrye.config.ConfigMapping;
import java.util.List;

@ConfigMapping(prefix = "vouch.scoring.benchmark")
interface BenchmarkSettings {

    /** Ascending lower bounds of the follower tiers. */
    List<Long> tierBounds();
}

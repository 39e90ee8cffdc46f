package dev.vouch.local.play;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the five steps work on.
 *
 * @param observedAt when profiles and posts that do not say it themselves were observed
 * @param profileMapping the name of the mapping of the profile file; null lets its header decide, like {@code postMapping}
 */
public record Options(
        Path profiles,
        Path posts,
        Path brief,
        @Nullable LocalDate observedAt,
        @Nullable String profileMapping,
        @Nullable String postMapping) {}

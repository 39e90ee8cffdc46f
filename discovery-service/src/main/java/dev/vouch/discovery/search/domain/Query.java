package dev.vouch.discovery.search.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who is looked for.
 *
 * @param words all of them have to be there, in any of their forms; null sets no condition, as everywhere here
 */
public record Query(
        @Nullable String words,
        @Nullable String platform,
        @Nullable String category,
        @Nullable String language,
        long followersMin,
        long followersMax) {}

package dev.vouch.discovery.profile;

import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Page;
import dev.vouch.discovery.profile.domain.Influencer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lists by the most selective index that a filter offers; the rest of the filter is checked on what was found. */
@Singleton
class InfluencerList {

    private static final List<String> PLATFORMS = List.of("instagram", "tiktok", "youtube");
    private static final int READ_AT_ONCE = 500;
    private static final int MOST_READ = 20_000;

    /** What is looked for; null sets no condition. */
    record Filter(
            @Nullable String platform,
            @Nullable String handle,
            @Nullable String category,
            @Nullable String language,
            long followersMin,
            long followersMax) {

        boolean accepts(Influencer influencer) {
            return (platform == null || influencer.platform().equals(platform))
                    && (handle == null || influencer.handles().contains(handle.toLowerCase(Locale.ROOT)))
                    && (category == null || influencer.categories().contains(category))
                    && (language == null
                            || influencer.languages().stream()
                                    .anyMatch(each -> each.code().equals(language)))
                    && inRange(influencer.followers());
        }

        private boolean inRange(@Nullable Long followers) {
            if (followers == null) {
                return followersMin == 0 && followersMax == Long.MAX_VALUE;
            }
            return followers >= followersMin && followers <= followersMax;
        }
    }

    private final InfluencerStore store;

    InfluencerList(InfluencerStore store) {
        this.store = store;
    }

    /** In the order of ids. A page may be short, yet have a next one, when very few of many were accepted. */
    Page<Versioned<Influencer>> page(Filter filter, @Nullable String afterId, int limit) {
        var accepted = new ArrayList<Versioned<Influencer>>();
        var after = afterId;
        for (int read = 0; read < MOST_READ && accepted.size() <= limit; read += READ_AT_ONCE) {
            var found = read(filter, after);
            if (found.isEmpty()) {
                break;
            }
            found.stream().filter(each -> filter.accepts(each.state())).forEach(accepted::add);
            after = found.get(found.size() - 1).id();
        }
        return Page.of(accepted.subList(0, Math.min(accepted.size(), limit + 1)), limit, Versioned::id);
    }

    private List<Versioned<Influencer>> read(Filter filter, @Nullable String after) {
        if (filter.handle() != null) {
            return store.withHandle(filter.handle(), after, READ_AT_ONCE);
        }
        if (filter.category() != null) {
            return store.inCategory(filter.category(), after, READ_AT_ONCE);
        }
        if (filter.platform() != null) {
            return store.onPlatform(filter.platform(), after, READ_AT_ONCE);
        }
        for (var platform : PLATFORMS) {
            if (after == null || after.compareTo(platform + "-~") < 0) {
                var found = store.onPlatform(platform, after, READ_AT_ONCE);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }
}

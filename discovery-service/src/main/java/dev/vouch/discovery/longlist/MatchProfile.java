package dev.vouch.discovery.longlist;

import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.discovery.longlist.domain.BriefPolicy;
import dev.vouch.discovery.longlist.domain.Longlist;
import dev.vouch.discovery.profile.Influencers;
import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.profile.domain.Post;
import dev.vouch.discovery.search.Analysis;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps longlists live: a new or changed profile joins every open brief that it matches, and leaves where it no longer does.
 * An event is only the trigger; what is matched is what is stored, read again until it stood still.
 */
@Singleton
public class MatchProfile {

    private final LonglistStore longlists;
    private final Influencers influencers;
    private final Analysis analysis;
    private final WriteEntry writeEntry;

    MatchProfile(LonglistStore longlists, Influencers influencers, Analysis analysis, WriteEntry writeEntry) {
        this.longlists = longlists;
        this.influencers = influencers;
        this.analysis = analysis;
        this.writeEntry = writeEntry;
    }

    /** Repeatable. */
    public void match(Collection<String> influencerIds) {
        var open = longlists.open();
        if (open.isEmpty()) {
            return;
        }
        var left = influencers.versioned(influencerIds);
        while (!left.isEmpty()) {
            var posts = influencers.posts(left.keySet());
            for (var longlist : open) {
                match(longlist, left.values(), posts);
            }
            left = changedSince(left);
        }
    }

    private void match(Longlist longlist, Collection<Versioned<Influencer>> people, Map<String, List<Post>> posts) {
        var matching = new Matching(analysis, longlist.brief());
        var dropped = new LinkedHashMap<String, String>();
        for (var person : people) {
            var id = person.id();
            var objections = BriefPolicy.objections(longlist.brief(), person.state());
            if (objections.isEmpty()) {
                var found = matching.found(person.state(), posts.getOrDefault(id, List.of()));
                objections = BriefPolicy.objections(longlist.brief(), found);
                if (objections.isEmpty()) {
                    writeEntry.matched(longlist, found);
                    continue;
                }
            }
            dropped.put(id, objections.get(0).code());
        }
        writeEntry.dropped(longlist.campaignId(), dropped);
    }

    private Map<String, Versioned<Influencer>> changedSince(Map<String, Versioned<Influencer>> before) {
        var now = influencers.versioned(before.keySet());
        now.values().removeIf(each -> {
            var known = before.get(each.id());
            return known != null && known.version() == each.version();
        });
        return now;
    }
}

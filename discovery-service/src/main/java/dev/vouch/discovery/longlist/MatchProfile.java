package dev.vouch.discovery.longlist;

import dev.vouch.discovery.longlist.domain.BriefPolicy;
import dev.vouch.discovery.longlist.domain.Longlist;
import dev.vouch.discovery.profile.Influencers;
import dev.vouch.discovery.search.Analysis;
import jakarta.inject.Singleton;
import java.util.Collection;

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
        for (var longlist : longlists.open()) {
            var matching = new Matching(analysis, longlist.brief());
            influencerIds.forEach(id -> match(longlist, matching, id));
        }
    }

    private void match(Longlist longlist, Matching matching, String influencerId) {
        long version;
        do {
            version = influencers.version(influencerId);
            var influencer = influencers.find(influencerId);
            if (influencer.isEmpty()) {
                return;
            }
            var objections = BriefPolicy.objections(longlist.brief(), influencer.get());
            if (objections.isEmpty()) {
                var found = matching.found(influencer.get(), influencers.posts(influencerId));
                objections = BriefPolicy.objections(longlist.brief(), found);
                if (objections.isEmpty()) {
                    writeEntry.matched(longlist, found);
                    continue;
                }
            }
            writeEntry.dropped(
                    longlist.campaignId(), influencerId, objections.get(0).code());
        } while (influencers.version(influencerId) != version);
    }
}

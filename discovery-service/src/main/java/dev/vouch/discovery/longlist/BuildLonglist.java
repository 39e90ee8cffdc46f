package dev.vouch.discovery.longlist;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.discovery.longlist.domain.Brief;
import dev.vouch.discovery.longlist.domain.BriefPolicy;
import dev.vouch.discovery.longlist.domain.Longlist;
import dev.vouch.discovery.profile.Influencers;
import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.profile.domain.InfluencerId;
import dev.vouch.discovery.search.Analysis;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Step 2: holds everybody who is known against the brief. The brief is stored and open before the first person is read; the scan
 * remembers how far it came.
 *
 * <p>Nobody is missed: an influencer is written to the store before the influencer topic tells of it. So whatever the topic held when
 * the brief was opened is applied in what is scanned, the store itself, and no end offset has to be waited for. Whoever is
 * written behind the scan is told of later than the brief was opened, and is matched live.
 */
@Singleton
public class BuildLonglist {

    private static final Command BY_BUILD = Command.bySystem("discovery.longlist-build");
    private static final int BUCKETS_AT_ONCE = 8;

    private final LonglistStore longlists;
    private final EntryStore entries;
    private final Influencers influencers;
    private final Analysis analysis;
    private final WriteEntry writeEntry;
    private final Clock clock;

    BuildLonglist(
            LonglistStore longlists,
            EntryStore entries,
            Influencers influencers,
            Analysis analysis,
            WriteEntry writeEntry,
            Clock clock) {
        this.longlists = longlists;
        this.entries = entries;
        this.influencers = influencers;
        this.analysis = analysis;
        this.writeEntry = writeEntry;
        this.clock = clock;
    }

    /** Works on until the longlist is complete, or closed meanwhile, or the service stops. */
    public void build(String campaignId, BooleanSupplier stopping) {
        var longlist = longlists.get(campaignId).state();
        var matching = new Matching(analysis, longlist.brief());
        while (longlist.state() == Longlist.State.BUILDING && !stopping.getAsBoolean()) {
            longlist = longlist.isScanned() ? complete(longlist) : scan(longlist, matching);
        }
    }

    private Longlist scan(Longlist longlist, Matching matching) {
        var from = longlist.nextBucket();
        var to = Math.min(from + BUCKETS_AT_ONCE, InfluencerId.BUCKETS);
        var removed = new TreeMap<String, Long>();
        long considered = 0;
        long matched = 0;
        for (int bucket = from; bucket < to; bucket++) {
            var people = influencers.inBucket(InfluencerId.bucket(bucket));
            var posts = influencers.posts(idsOf(longlist.brief(), people));
            for (var person : people) {
                considered++;
                var objections = BriefPolicy.objections(longlist.brief(), person);
                if (objections.isEmpty()) {
                    var found = matching.found(person, posts.getOrDefault(person.influencerId(), List.of()));
                    objections = BriefPolicy.objections(longlist.brief(), found);
                    if (objections.isEmpty()) {
                        matched++;
                        writeEntry.matched(longlist, found);
                        continue;
                    }
                }
                removed.merge(objections.get(0).code(), 1L, Long::sum);
            }
        }
        var scan = new Longlist.Scan(considered, matched, removed);
        return change(longlist.campaignId(), state -> state.scanned(from, to, scan), Announcement.none());
    }

    /** Only of those whose texts are worth reading. */
    private static List<String> idsOf(Brief brief, List<Influencer> people) {
        return people.stream()
                .filter(person -> BriefPolicy.objections(brief, person).isEmpty())
                .map(Influencer::influencerId)
                .toList();
    }

    private Longlist complete(Longlist longlist) {
        var campaignId = longlist.campaignId();
        var count = entries.count(campaignId, true) + entries.count(campaignId, false);
        return change(campaignId, state -> state.completed(count, clock.instant()), LonglistEvents::completed);
    }

    private Longlist change(
            String campaignId, java.util.function.UnaryOperator<Longlist> change, Announcement<Longlist> announcement) {
        longlists.change(campaignId, BY_BUILD, state -> Decision.accepted(change.apply(state)), announcement);
        return longlists.get(campaignId).state();
    }
}

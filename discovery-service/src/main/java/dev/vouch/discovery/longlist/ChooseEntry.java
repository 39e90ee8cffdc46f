package dev.vouch.discovery.longlist;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.Receipts;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.discovery.longlist.domain.LonglistEntry;
import dev.vouch.discovery.profile.Influencers;
import dev.vouch.discovery.search.Analysis;
import jakarta.inject.Singleton;

/** A person puts somebody on a longlist or takes them off, with a reason; no later match overrules that. */
@Singleton
public class ChooseEntry {

    private final LonglistStore longlists;
    private final EntryStore entries;
    private final Influencers influencers;
    private final Analysis analysis;
    private final Receipts receipts;

    ChooseEntry(
            LonglistStore longlists,
            EntryStore entries,
            Influencers influencers,
            Analysis analysis,
            Receipts receipts) {
        this.longlists = longlists;
        this.entries = entries;
        this.influencers = influencers;
        this.analysis = analysis;
        this.receipts = receipts;
    }

    public Decision<Versioned<LonglistEntry>> putOn(
            String campaignId, String influencerId, String reason, Command command) {
        receipts.take(command);
        var longlist = longlists.get(campaignId).state();
        var influencer = influencers.find(influencerId).orElseThrow(() -> new NotFound("influencers", influencerId));
        var found = new Matching(analysis, longlist.brief()).found(influencer, influencers.posts(influencerId));
        var fresh = LonglistEntry.matched(longlist, found);
        return entries.upsert(
                LonglistEntry.id(campaignId, influencerId),
                command.because(reason),
                known -> known == null ? fresh.takeOff("").then(entry -> entry.putOn(reason)) : known.putOn(reason),
                Announcement.event(LonglistEvents::entry));
    }

    public Decision<Versioned<LonglistEntry>> takeOff(
            String campaignId, String influencerId, String reason, Command command) {
        return entries.change(
                LonglistEntry.id(campaignId, influencerId),
                command.because(reason),
                entry -> entry.takeOff(reason),
                Announcement.event(LonglistEvents::entry));
    }
}

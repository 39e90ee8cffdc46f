package dev.vouch.discovery.longlist;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.discovery.longlist.domain.BriefPolicy;
import dev.vouch.discovery.longlist.domain.Longlist;
import dev.vouch.discovery.longlist.domain.LonglistEntry;
import jakarta.inject.Singleton;
import java.util.Map;

/** Puts the outcome of a match into the entry; repeatable, and telling only what changed. */
@Singleton
public class WriteEntry {

    private static final Command BY_MATCH = Command.bySystem("discovery.matching");

    private final EntryStore entries;

    WriteEntry(EntryStore entries) {
        this.entries = entries;
    }

    void matched(Longlist longlist, BriefPolicy.Found found) {
        var match = LonglistEntry.matched(longlist, found);
        entries.upsert(
                LonglistEntry.id(match.campaignId(), match.influencerId()),
                BY_MATCH,
                known -> Decision.accepted(known == null ? match : known.rematched(match)),
                Announcement.event(LonglistEvents::entry));
    }

    /** @param reasons by influencer, why the brief and the person no longer match; who was not on the list stays so */
    void dropped(String campaignId, Map<String, String> reasons) {
        entries.existing(campaignId, reasons.keySet())
                .forEach(known -> entries.change(
                        known.id(),
                        BY_MATCH,
                        entry -> Decision.accepted(
                                entry.dropped(reasons.getOrDefault(entry.influencerId(), "longlist.off-topic"))),
                        Announcement.event(LonglistEvents::entry)));
    }
}

package dev.vouch.discovery.longlist;

import dev.vouch.contract.AddedBy;
import dev.vouch.contract.Event;
import dev.vouch.contract.discovery.LonglistCompletedV1;
import dev.vouch.contract.discovery.LonglistEntryAddedV1;
import dev.vouch.contract.discovery.LonglistEntryRemovedV1;
import dev.vouch.discovery.longlist.domain.Longlist;
import dev.vouch.discovery.longlist.domain.LonglistEntry;
import dev.vouch.discovery.longlist.domain.TopicEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the longlist topic says: ids and counts, never a word of a text. */
final class LonglistEvents {

    private static final int MOST_POSTS = 100;

    private LonglistEvents() {}

    static Event entry(LonglistEntry entry) {
        return entry.on() ? added(entry) : removed(entry);
    }

    /** Said once, when the build ends. */
    static List<? extends Event> completed(@Nullable Longlist before, Longlist after) {
        var isNew = after.state() == Longlist.State.COMPLETED
                && (before == null || before.state() == Longlist.State.BUILDING);
        return isNew ? List.of(completed(after)) : List.of();
    }

    private static LonglistCompletedV1 completed(Longlist longlist) {
        return new LonglistCompletedV1(
                longlist.campaignId(),
                longlist.revision(),
                longlist.matched(),
                longlist.considered(),
                longlist.removedByFilter().stream()
                        .map(each -> new LonglistCompletedV1.FilterCount(each.filter(), each.count()))
                        .toList());
    }

    private static LonglistEntryAddedV1 added(LonglistEntry entry) {
        return new LonglistEntryAddedV1(
                entry.campaignId(),
                entry.influencerId(),
                entry.revision(),
                entry.byHand() ? AddedBy.HAND : AddedBy.MATCH,
                entry.categoryMatched(),
                entry.topics().stream().map(LonglistEvents::evidence).toList(),
                entry.detectedLanguage());
    }

    private static LonglistEntryAddedV1.TopicEvidence evidence(TopicEvidence topic) {
        return new LonglistEntryAddedV1.TopicEvidence(
                topic.topic(),
                topic.hits(),
                topic.posts().stream()
                        .limit(MOST_POSTS)
                        .map(TopicEvidence.PostHit::postKey)
                        .toList());
    }

    private static LonglistEntryRemovedV1 removed(LonglistEntry entry) {
        return new LonglistEntryRemovedV1(
                entry.campaignId(),
                entry.influencerId(),
                entry.revision(),
                entry.why() == null ? "longlist.off-topic" : entry.why());
    }
}

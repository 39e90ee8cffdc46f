package dev.vouch.contract;

import dev.vouch.contract.campaign.BudgetReleasedV1;
import dev.vouch.contract.campaign.BudgetReservedV1;
import dev.vouch.contract.campaign.CampaignCancelledV1;
import dev.vouch.contract.campaign.CampaignCompletedV1;
import dev.vouch.contract.campaign.CampaignLaunchedV1;
import dev.vouch.contract.campaign.CollaborationEndedV1;
import dev.vouch.contract.campaign.ConversionRecordedV1;
import dev.vouch.contract.campaign.InfluencerAssignedV1;
import dev.vouch.contract.campaign.KpiMeasuredV1;
import dev.vouch.contract.campaign.PostMeasuredV1;
import dev.vouch.contract.discovery.InfluencerDelistedV1;
import dev.vouch.contract.discovery.InfluencerErasedV1;
import dev.vouch.contract.discovery.InfluencerUpdatedV1;
import dev.vouch.contract.discovery.LonglistCompletedV1;
import dev.vouch.contract.discovery.LonglistEntryAddedV1;
import dev.vouch.contract.discovery.LonglistEntryRemovedV1;
import dev.vouch.contract.discovery.PostObservedV1;
import dev.vouch.contract.discovery.ProfileObservedV1;
import dev.vouch.contract.outreach.ContactBouncedV1;
import dev.vouch.contract.outreach.ContactOptedOutV1;
import dev.vouch.contract.outreach.InfluencerAcceptedV1;
import dev.vouch.contract.outreach.InfluencerContactedV1;
import dev.vouch.contract.outreach.InfluencerDeclinedV1;
import dev.vouch.contract.outreach.InfluencerRepliedV1;
import dev.vouch.contract.outreach.ReplyReceivedV1;
import dev.vouch.contract.scoring.InfluencerScoredV1;
import dev.vouch.contract.scoring.InfluencerShortlistedV1;
import dev.vouch.contract.scoring.InfluencerUnshortlistedV1;
import dev.vouch.contract.scoring.ShortlistApprovedV1;
import dev.vouch.contract.scoring.ShortlistProposedV1;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one table of all events. Whoever adds an event adds a line here; the tests of this module then name what is
 * missing.
 */
public final class EventTypes {

    private static final List<EventType<?>> ALL = List.of(
            new EventType<>("profile.observed", 1, ProfileObservedV1.class, Topics.PROFILE_SUBMISSIONS),
            new EventType<>("post.observed", 1, PostObservedV1.class, Topics.PROFILE_SUBMISSIONS),
            new EventType<>("influencer.updated", 1, InfluencerUpdatedV1.class, Topics.INFLUENCER),
            new EventType<>("influencer.delisted", 1, InfluencerDelistedV1.class, Topics.INFLUENCER),
            new EventType<>("influencer.erased", 1, InfluencerErasedV1.class, Topics.INFLUENCER),
            new EventType<>("longlist.entry-added", 1, LonglistEntryAddedV1.class, Topics.LONGLIST),
            new EventType<>("longlist.entry-removed", 1, LonglistEntryRemovedV1.class, Topics.LONGLIST),
            new EventType<>("longlist.completed", 1, LonglistCompletedV1.class, Topics.LONGLIST),
            new EventType<>("influencer.scored", 1, InfluencerScoredV1.class, Topics.SCORE),
            new EventType<>("shortlist.proposed", 1, ShortlistProposedV1.class, Topics.SHORTLIST),
            new EventType<>("shortlist.approved", 1, ShortlistApprovedV1.class, Topics.SHORTLIST),
            new EventType<>("influencer.shortlisted", 1, InfluencerShortlistedV1.class, Topics.CANDIDATE),
            new EventType<>("influencer.unshortlisted", 1, InfluencerUnshortlistedV1.class, Topics.CANDIDATE),
            new EventType<>("influencer.contacted", 1, InfluencerContactedV1.class, Topics.CONTACT),
            new EventType<>("influencer.replied", 1, InfluencerRepliedV1.class, Topics.CONTACT),
            new EventType<>("influencer.accepted", 1, InfluencerAcceptedV1.class, Topics.CONTACT),
            new EventType<>("influencer.declined", 1, InfluencerDeclinedV1.class, Topics.CONTACT),
            new EventType<>("contact.bounced", 1, ContactBouncedV1.class, Topics.CONTACT),
            new EventType<>("contact.opted-out", 1, ContactOptedOutV1.class, Topics.CONTACT),
            new EventType<>("reply.received", 1, ReplyReceivedV1.class, Topics.REPLY_SUBMISSIONS),
            new EventType<>("campaign.launched", 1, CampaignLaunchedV1.class, Topics.CAMPAIGN),
            new EventType<>("campaign.cancelled", 1, CampaignCancelledV1.class, Topics.CAMPAIGN),
            new EventType<>("campaign.completed", 1, CampaignCompletedV1.class, Topics.CAMPAIGN),
            new EventType<>("budget.reserved", 1, BudgetReservedV1.class, Topics.BUDGET),
            new EventType<>("budget.released", 1, BudgetReleasedV1.class, Topics.BUDGET),
            new EventType<>("influencer.assigned", 1, InfluencerAssignedV1.class, Topics.COLLABORATION),
            new EventType<>("collaboration.ended", 1, CollaborationEndedV1.class, Topics.COLLABORATION),
            new EventType<>("post.measured", 1, PostMeasuredV1.class, Topics.PERFORMANCE_SUBMISSIONS),
            new EventType<>("conversion.recorded", 1, ConversionRecordedV1.class, Topics.PERFORMANCE_SUBMISSIONS),
            new EventType<>("kpi.measured", 1, KpiMeasuredV1.class, Topics.KPI));

    private static final Map<String, EventType<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));

    private static final Map<Class<? extends Event>, EventType<?>> BY_RECORD =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    private EventTypes() {}

    public static List<EventType<?>> all() {
        return ALL;
    }

    /** Finds an event by its CloudEvents type; empty if it is of the future or not ours. */
    public static Optional<EventType<?>> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The entry of a record of this contract. */
    @SuppressWarnings("unchecked") // the table itself pairs each record with its entry
    public static <E extends Event> EventType<E> of(Class<E> record) {
        var type = BY_RECORD.get(record);
        if (type == null) {
            throw new IllegalArgumentException(record.getName() + ": not in the table of events");
        }
        return (EventType<E>) type;
    }
}

package dev.vouch.discovery.longlist;

import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Explanation;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.http.Paging;
import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.chassis.security.Role;
import dev.vouch.discovery.longlist.domain.BriefPolicy;
import dev.vouch.discovery.longlist.domain.Longlist;
import dev.vouch.discovery.longlist.domain.LonglistEntry;
import dev.vouch.discovery.longlist.domain.TopicEvidence;
import dev.vouch.discovery.profile.Influencers;
import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.profile.domain.InfluencerId;
import dev.vouch.discovery.search.Analysis;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/longlists/{campaignId}")
@Tag(name = "longlists", description = "Everybody who matches the brief of a campaign, and why; and why others do not")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
class LonglistResource {

    private static final int SHOWN_WORDS = 8;

    /** How many people one filter removed. */
    record RemovedView(String filter, String sentence, long count) {}

    /** A longlist; {@code count} is what stands on it now. */
    record LonglistView(
            String campaignId,
            int revision,
            Longlist.State state,
            int progressPercent,
            long considered,
            long count,
            List<RemovedView> removedByFilter,
            @Nullable Instant completedAt) {}

    /** Somebody on the list. */
    record LonglistEntryView(
            String influencerId,
            String platform,
            @Nullable String handle,
            @Nullable String displayName,
            @Nullable Long followers,
            boolean byHand,
            @Nullable String reason,
            @Nullable String categoryMatched,
            @Nullable String detectedLanguage,
            List<TopicEvidence> topics,
            List<Explanation> evidence,
            List<Explanation> hints) {}

    /** Why somebody is not on the list, or that they are. */
    record AbsenceView(String influencerId, boolean onList, List<Explanation> reasons) {}

    /** Somebody to be put on the list by hand. */
    record NewEntry(
            @NotBlank @Size(max = Limits.ID) String influencerId,
            @NotBlank @Size(max = Limits.REASON) String reason) {}

    private final LonglistStore longlists;
    private final EntryStore entries;
    private final Influencers influencers;
    private final Analysis analysis;
    private final ChooseEntry chooseEntry;
    private final ReasonTexts texts;

    LonglistResource(
            LonglistStore longlists,
            EntryStore entries,
            Influencers influencers,
            Analysis analysis,
            ChooseEntry chooseEntry,
            ReasonTexts texts) {
        this.longlists = longlists;
        this.entries = entries;
        this.influencers = influencers;
        this.analysis = analysis;
        this.chooseEntry = chooseEntry;
        this.texts = texts;
    }

    @GET
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.ADMIN,
        Role.SERVICE
    })
    @Operation(summary = "How far the longlist has come, and how many each filter removed")
    public RestResponse<LonglistView> get(
            @PathParam("campaignId") @Size(max = Limits.ID) String campaignId, @BeanParam Asked asked) {
        return Answers.ok(longlists.get(campaignId), versioned -> view(versioned.state(), asked.locale()));
    }

    @GET
    @Path("/entries")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.ADMIN,
        Role.SERVICE
    })
    @Operation(summary = "Who is on the longlist, with the matching words")
    public Page<LonglistEntryView> entries(
            @PathParam("campaignId") @Size(max = Limits.ID) String campaignId,
            @BeanParam Paging paging,
            @BeanParam Asked asked) {
        longlists.get(campaignId);
        var found = entries.page(campaignId, true, paging.after(), paging.limit() + 1);
        var people = influencers.find(
                found.stream().map(each -> each.state().influencerId()).toList());
        return Page.of(found, paging.limit(), Versioned::id)
                .map(each -> view(each.state(), people.get(each.state().influencerId()), asked.locale()));
    }

    @GET
    @Path("/absences/{influencerId}")
    @RolesAllowed({Role.VIEWER, Role.RESEARCHER, Role.CAMPAIGN_MANAGER, Role.OUTREACH_SENDER, Role.APPROVER, Role.ADMIN
    })
    @Operation(summary = "Why is somebody not on the list?")
    public AbsenceView absence(
            @PathParam("campaignId") @Size(max = Limits.ID) String campaignId,
            @PathParam("influencerId") @Size(max = Limits.ID) String influencerId,
            @BeanParam Asked asked) {
        var longlist = longlists.get(campaignId).state();
        var influencer = influencers.find(influencerId).orElseThrow(() -> new NotFound("influencers", influencerId));
        var entry = entries.find(LonglistEntry.id(campaignId, influencerId)).map(Versioned::state);
        var onList = entry.map(LonglistEntry::on).orElse(false);
        var reasons = new ArrayList<Reason>();
        if (!onList) {
            entry.filter(LonglistEntry::byHand)
                    .ifPresent(removed -> reasons.add(
                            Reason.of("longlist.removed-by-hand", "reason", String.valueOf(removed.handReason()))));
            var found = new Matching(analysis, longlist.brief()).found(influencer, influencers.posts(influencerId));
            reasons.addAll(BriefPolicy.objections(longlist.brief(), found));
            if (reasons.isEmpty()) {
                reasons.add(Reason.of("longlist.not-yet"));
            }
        }
        return new AbsenceView(influencerId, onList, texts.explain(reasons, asked.locale()));
    }

    @POST
    @Path("/entries")
    @RolesAllowed({Role.RESEARCHER, Role.CAMPAIGN_MANAGER, Role.ADMIN})
    @Operation(summary = "Puts somebody on the longlist by hand")
    public RestResponse<LonglistEntryView> putOn(
            @PathParam("campaignId") @Size(max = Limits.ID) String campaignId,
            @NotNull @Valid NewEntry entry,
            @BeanParam Asked asked) {
        var decision = chooseEntry.putOn(campaignId, entry.influencerId(), entry.reason(), asked.command());
        return Answers.created(
                URI.create("/api/v1/longlists/" + campaignId + "/entries/" + entry.influencerId()),
                decision,
                versioned -> view(versioned, asked));
    }

    @GET
    @Path("/entries/{influencerId}")
    @RolesAllowed({Role.VIEWER, Role.RESEARCHER, Role.CAMPAIGN_MANAGER, Role.OUTREACH_SENDER, Role.APPROVER, Role.ADMIN
    })
    @Operation(summary = "One entry")
    public RestResponse<LonglistEntryView> entry(
            @PathParam("campaignId") @Size(max = Limits.ID) String campaignId,
            @PathParam("influencerId") @Size(max = Limits.ID) String influencerId,
            @BeanParam Asked asked) {
        return Answers.ok(entries.get(LonglistEntry.id(campaignId, influencerId)), versioned -> view(versioned, asked));
    }

    @DELETE
    @Path("/entries/{influencerId}")
    @RolesAllowed({Role.RESEARCHER, Role.CAMPAIGN_MANAGER, Role.ADMIN})
    @Operation(summary = "Takes somebody off the longlist by hand; no later match puts them back")
    public RestResponse<LonglistEntryView> takeOff(
            @PathParam("campaignId") @Size(max = Limits.ID) String campaignId,
            @PathParam("influencerId") @Size(max = Limits.ID) String influencerId,
            @QueryParam("reason") @NotBlank @Size(max = Limits.REASON) String reason,
            @BeanParam Asked asked) {
        var decision = chooseEntry.takeOff(campaignId, influencerId, reason, asked.command());
        return Answers.ok(decision, versioned -> view(versioned, asked));
    }

    private LonglistView view(Longlist longlist, Locale locale) {
        return new LonglistView(
                longlist.campaignId(),
                longlist.revision(),
                longlist.state(),
                100 * longlist.nextBucket() / InfluencerId.BUCKETS,
                longlist.considered(),
                entries.count(longlist.campaignId(), true),
                longlist.removedByFilter().stream()
                        .map(each -> new RemovedView(
                                each.filter(),
                                texts.sentence(Reason.of(each.filter() + ".filter"), locale),
                                each.count()))
                        .toList(),
                longlist.completedAt());
    }

    private LonglistEntryView view(Versioned<LonglistEntry> entry, Asked asked) {
        var influencerId = entry.state().influencerId();
        return view(entry.state(), influencers.find(influencerId).orElse(null), asked.locale());
    }

    private LonglistEntryView view(LonglistEntry entry, @Nullable Influencer influencer, Locale locale) {
        return new LonglistEntryView(
                entry.influencerId(),
                entry.influencerId().substring(0, entry.influencerId().indexOf('-')),
                influencer == null ? null : influencer.handle(),
                influencer == null ? null : influencer.displayName(),
                influencer == null ? null : influencer.followers(),
                entry.byHand(),
                entry.handReason(),
                entry.categoryMatched(),
                entry.detectedLanguage(),
                entry.topics(),
                texts.explain(evidence(entry), locale),
                texts.explain(entry.hints(), locale));
    }

    private static List<Reason> evidence(LonglistEntry entry) {
        var evidence = new ArrayList<Reason>();
        for (var topic : entry.topics()) {
            evidence.add(Reason.of(
                    "longlist.evidence.topic",
                    "topic",
                    topic.topic(),
                    "hits",
                    topic.hits(),
                    "posts",
                    topic.posts().size(),
                    "words",
                    topic.words().stream().limit(SHOWN_WORDS).collect(Collectors.joining(", "))));
        }
        if (entry.categoryMatched() != null) {
            evidence.add(Reason.of("longlist.evidence.category", "category", entry.categoryMatched()));
        }
        if (entry.detectedLanguage() != null) {
            evidence.add(Reason.of("longlist.evidence.language", "language", entry.detectedLanguage()));
        }
        return evidence;
    }
}

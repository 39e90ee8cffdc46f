package dev.vouch.campaign.planning;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.campaign.planning.domain.AccountKind;
import dev.vouch.campaign.planning.domain.Brief;
import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.campaign.planning.domain.FollowerRange;
import dev.vouch.campaign.planning.domain.Kpi;
import dev.vouch.campaign.planning.domain.KpiTarget;
import dev.vouch.campaign.planning.domain.Period;
import dev.vouch.campaign.planning.domain.Plan;
import dev.vouch.campaign.planning.domain.Platform;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.InvalidRequest;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.http.Paging;
import dev.vouch.chassis.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Singleton
@Path("/api/v1")
@Tag(name = "Campaigns", description = "Product, brief, budget and KPIs, from the draft to the end")
class CampaignResource {

    private static final int DEFAULT_SHORTLIST = 12;

    private final CampaignStore campaigns;
    private final CreateCampaign createCampaign;
    private final ChangePlan changePlan;

    CampaignResource(CampaignStore campaigns, CreateCampaign createCampaign, ChangePlan changePlan) {
        this.campaigns = campaigns;
        this.createCampaign = createCampaign;
        this.changePlan = changePlan;
    }

    record CampaignRequest(
            @NotBlank @Size(max = Limits.NAME) @Schema(examples = "Hüttenzauber")
            String name,

            @NotBlank @Size(max = 2_000) @Schema(examples = "Rucksack aus Segeltuch")
            String product,

            @NotNull @Valid BriefBody brief,
            @PositiveOrZero @Schema(examples = "500000") long budgetMinorUnits,

            @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(examples = "EUR")
            String currency,

            @PositiveOrZero @Nullable Integer shortlistSize,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodUntil,
            @Size(max = 50) @Nullable List<@NotNull @Valid KpiBody> kpis) {

        Plan toPlan() {
            var stated = kpis == null ? List.<KpiBody>of() : kpis;
            return new Plan(
                    name,
                    product,
                    brief.toBrief(),
                    new Money(budgetMinorUnits, existing(currency)),
                    Objects.requireNonNullElse(shortlistSize, DEFAULT_SHORTLIST),
                    periodFrom == null || periodUntil == null ? null : new Period(periodFrom, periodUntil),
                    stated.stream().map(KpiBody::toTarget).toList());
        }

        private static String existing(String currency) {
            try {
                return Currency.getInstance(currency).getCurrencyCode();
            } catch (IllegalArgumentException unknown) {
                throw new InvalidRequest("currency", "must be a currency of ISO 4217");
            }
        }
    }

    record BriefBody(
            @Size(max = 100) @Nullable List<@NotNull @Valid TopicBody> topics,
            @Size(max = 50) @Nullable List<@NotBlank @Size(max = 100) String> categories,
            @Size(max = 200) @Nullable List<@NotBlank @Size(max = 100) String> wordsToAvoid,

            @Size(max = 20)
            @Schema(type = SchemaType.ARRAY, implementation = String.class, examples = "[\"instagram\"]")
            @Nullable
            List<@NotNull Platform> platforms,

            @Size(max = 20) @Nullable List<@NotNull @Pattern(regexp = "[a-z]{2,3}") String> languages,
            @Size(max = 100) @Nullable List<@NotNull @Pattern(regexp = "[A-Z]{2}") String> countries,

            @Valid @Schema(description = "1,000 to 100,000 unless stated") @Nullable
            FollowerRangeBody followers,

            @Size(max = 10) @Nullable List<@NotNull AccountKind> accountKinds,
            @Size(max = 100) @Nullable List<@NotBlank @Size(max = 200) String> competitors) {

        Brief toBrief() {
            return new Brief(
                    orEmpty(topics).stream().map(TopicBody::toTopic).toList(),
                    orEmpty(categories),
                    orEmpty(wordsToAvoid),
                    orEmpty(platforms),
                    orEmpty(languages),
                    orEmpty(countries),
                    followers == null ? FollowerRange.MICRO : new FollowerRange(followers.min(), followers.max()),
                    orEmpty(accountKinds),
                    orEmpty(competitors));
        }

        static BriefBody of(Brief brief) {
            return new BriefBody(
                    brief.topics().stream()
                            .map(topic -> new TopicBody(topic.word(), topic.weight()))
                            .toList(),
                    brief.categories(),
                    brief.wordsToAvoid(),
                    brief.platforms(),
                    brief.languages(),
                    brief.countries(),
                    new FollowerRangeBody(
                            brief.followers().min(), brief.followers().max()),
                    brief.accountKinds(),
                    brief.competitors());
        }

        private static <T> List<T> orEmpty(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }
    }

    record TopicBody(
            @NotBlank @Size(max = 100) @Schema(examples = "Wandern")
            String word,

            @DecimalMin("0") @DecimalMax("1000") @Schema(description = "1 unless stated", examples = "2") @Nullable
            Double weight) {

        Brief.Topic toTopic() {
            return new Brief.Topic(word, Objects.requireNonNullElse(weight, 1.0));
        }
    }

    record FollowerRangeBody(
            @PositiveOrZero @Schema(examples = "1000") long min,
            @PositiveOrZero @Schema(examples = "100000") long max) {}

    record KpiBody(
            @NotNull
            @Schema(
                    implementation = String.class,
                    enumeration = {
                        "reach",
                        "impressions",
                        "engagements",
                        "engagement_rate",
                        "clicks",
                        "conversions",
                        "revenue",
                        "cost_per_engagement",
                        "cost_per_thousand",
                        "cost_per_acquisition",
                        "return_on_spend"
                    },
                    examples = "cost_per_engagement")
            Kpi id,

            @Size(max = 50) @Schema(examples = "EUR minor units") @Nullable
            String unit,

            @Schema(examples = "60") @Nullable Double target,

            @Size(max = 1_000)
            @Schema(examples = "All agreed fees divided by likes and comments after 14 days")
            @Nullable
            String measuringRule,

            @Schema(examples = "2027-01-31") @Nullable LocalDate dueOn,

            @Schema(readOnly = true, description = "How it is reckoned", examples = "cost-per-engagement.fees.v1")
            @Nullable
            String formulaId) {

        KpiTarget toTarget() {
            return new KpiTarget(id, unit, target, measuringRule, dueOn);
        }

        static KpiBody of(KpiTarget stated) {
            return new KpiBody(
                    stated.kpi(),
                    stated.unit(),
                    stated.target(),
                    stated.measuringRule(),
                    stated.dueOn(),
                    stated.kpi().formulaId());
        }
    }

    record CampaignView(
            String id,
            Campaign.State state,
            String name,
            String product,
            BriefBody brief,
            long budgetMinorUnits,
            String currency,
            int shortlistSize,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodUntil,
            List<KpiBody> kpis,
            Instant createdAt,
            @Nullable Instant launchedAt,
            @Nullable Instant endedAt,
            @Nullable String endReason) {

        static CampaignView of(Versioned<Campaign> campaign) {
            var state = campaign.state();
            var plan = state.plan();
            var period = plan.period();
            return new CampaignView(
                    state.id(),
                    state.state(),
                    plan.name(),
                    plan.product(),
                    BriefBody.of(plan.brief()),
                    plan.budget().minorUnits(),
                    plan.budget().currency(),
                    plan.shortlistSize(),
                    period == null ? null : period.from(),
                    period == null ? null : period.until(),
                    plan.kpis().stream().map(KpiBody::of).toList(),
                    state.createdAt(),
                    state.launchedAt(),
                    state.endedAt(),
                    state.endReason());
        }
    }

    @POST
    @Path("/campaigns")
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.ADMIN})
    @Operation(operationId = "createCampaign", summary = "Creates a draft")
    public RestResponse<CampaignView> create(@NotNull @Valid CampaignRequest request, @BeanParam Asked asked) {
        var id = asked.newId();
        return Answers.created(
                URI.create("/api/v1/campaigns/" + id),
                createCampaign.create(id, request.toPlan(), asked.command()),
                CampaignView::of);
    }

    @GET
    @Path("/campaigns")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(operationId = "listCampaigns", summary = "All campaigns, page by page")
    public Page<CampaignView> list(@BeanParam Paging paging) {
        var found = campaigns.page(paging.after(), paging.limit() + 1);
        return Page.of(found, paging.limit(), Versioned::id).map(CampaignView::of);
    }

    @GET
    @Path("/campaigns/{id}")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(operationId = "getCampaign", summary = "One campaign")
    public RestResponse<CampaignView> get(@PathParam("id") @Size(max = Limits.ID) String id) {
        return Answers.ok(campaigns.get(id), CampaignView::of);
    }

    @PUT
    @Path("/campaigns/{id}")
    @RolesAllowed({Role.CAMPAIGN_MANAGER, Role.ADMIN})
    @Operation(operationId = "changeCampaign", summary = "Replaces what a draft states")
    public RestResponse<CampaignView> change(
            @PathParam("id") @Size(max = Limits.ID) String id,
            @NotNull @Valid CampaignRequest request,
            @BeanParam Asked asked) {
        return Answers.ok(changePlan.change(id, request.toPlan(), asked.edit()), CampaignView::of);
    }
}

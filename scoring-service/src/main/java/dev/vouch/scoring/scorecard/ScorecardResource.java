package dev.vouch.scoring.scorecard;

import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Answers;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.Explanation;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.chassis.security.Role;
import dev.vouch.scoring.metric.domain.MetricValue;
import dev.vouch.scoring.metric.domain.Quality;
import dev.vouch.scoring.scorecard.domain.Scorecard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/scorecards")
@Tag(name = "scorecards", description = "What is true of an influencer whatever the campaign")
class ScorecardResource {

    private final ScorecardStore store;
    private final ReasonTexts texts;

    ScorecardResource(ScorecardStore store, ReasonTexts texts) {
        this.store = store;
        this.texts = texts;
    }

    @GET
    @Path("{influencerId}")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(summary = "The scorecard of an influencer")
    public RestResponse<ScorecardView> scorecard(
            @PathParam("influencerId") @Size(max = Limits.ID) String influencerId, @BeanParam Asked asked) {
        return Answers.ok(store.get(influencerId), found -> view(found, asked));
    }

    private ScorecardView view(Versioned<Scorecard> found, Asked asked) {
        var card = found.state();
        return new ScorecardView(
                card.influencerId(),
                card.platform(),
                card.tier(),
                card.followers(),
                card.following(),
                card.posts(),
                card.observedAt(),
                card.newestPostAt(),
                card.postKeys(),
                card.metrics().stream().map(MetricValueView::of).toList(),
                texts.explain(card.hints(), asked.locale()));
    }

    record ScorecardView(
            String influencerId,
            @Schema(examples = "instagram") String platform,
            @Schema(examples = "10k-25k") String tier,
            @Nullable Long followers,
            @Nullable Long following,
            @Nullable Long posts,

            @Schema(description = "Newest observation of the account: the day by which its freshness is judged")
            Instant observedAt,

            @Nullable Instant newestPostAt,

            @Schema(description = "The posts that the metrics were computed from")
            List<String> postKeys,

            List<MetricValueView> metrics,
            List<Explanation> hints) {}

    record MetricValueView(
            @Schema(examples = "er_followers_median") String id,
            @Nullable Double value,
            String unit,
            int n,

            @Schema(description = "Lower end of the 90 % interval") @Nullable
            Double low,

            @Nullable Double high,
            Quality quality) {

        static MetricValueView of(MetricValue value) {
            return new MetricValueView(
                    value.metric().id(),
                    value.value(),
                    value.metric().unit(),
                    value.n(),
                    value.low(),
                    value.high(),
                    value.quality());
        }
    }
}

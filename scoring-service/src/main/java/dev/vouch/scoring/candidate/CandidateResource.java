package dev.vouch.scoring.candidate;

import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.http.Asked;
import dev.vouch.chassis.http.InvalidRequest;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.http.Page;
import dev.vouch.chassis.http.Paging;
import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.chassis.security.Role;
import dev.vouch.scoring.candidate.CandidateViews.CandidateView;
import dev.vouch.scoring.candidate.CandidateViews.ScoreExplanationView;
import dev.vouch.scoring.candidate.domain.Candidate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/candidates")
@Tag(name = "candidates", description = "How well one influencer serves one campaign, and why")
class CandidateResource {

    private static final char ID_SEPARATOR = '~';

    /** In a cursor: the tenths and the id of the last candidate of a page. */
    private static final String PLACE = "-?\\d{1,6}:.+";

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingInt(CandidateResource::tenths).reversed().thenComparing(Candidate::influencerId);

    private final CandidateStore store;
    private final CandidateViews views;

    CandidateResource(CandidateStore store, ReasonTexts texts) {
        this.store = store;
        this.views = new CandidateViews(texts);
    }

    @GET
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(summary = "The candidates of a campaign, the best first; those without a score last")
    public Page<CandidateView> candidates(
            @QueryParam("campaign") @NotNull @Size(max = Limits.ID) String campaign,
            @QueryParam("sort")
                    @DefaultValue("score")
                    @Pattern(regexp = "score|influencer")
                    @Parameter(description = "score (best first) or influencer (by id)")
                    String sort,
            @BeanParam Paging paging,
            @BeanParam Asked asked) {
        var order = sort.equals("score") ? BEST_FIRST : Comparator.comparing(Candidate::influencerId);
        var sorted = store.ofCampaign(campaign).stream()
                .map(found -> found.state())
                .sorted(order)
                .toList();
        var following = after(sorted, order, paging.after());
        var limit = paging.limit();
        return Page.of(
                        following.stream().limit(limit + 1L).toList(),
                        limit,
                        candidate -> tenths(candidate) + ":" + candidate.influencerId())
                .map(candidate -> views.candidate(candidate, asked.locale()));
    }

    @GET
    @Path("{id}/explanation")
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(
            summary =
                    "Every part of a score with its reason, every input with its time, the benchmark cell and the price")
    public ScoreExplanationView explanation(
            @PathParam("id") @Size(max = Limits.ID) @Parameter(example = "c1f0~instagram-3f9c1a7be2d04586") String id,
            @BeanParam Asked asked) {
        return explained(store.get(id.replace(ID_SEPARATOR, '/')).state(), asked.locale());
    }

    private ScoreExplanationView explained(Candidate candidate, Locale locale) {
        var score = candidate.score();
        var features = candidate.features();
        if (score == null || features == null) {
            throw new NotFound("explanations", CandidateViews.id(candidate) + " (its score is still due)");
        }
        return views.explanation(candidate, score, features, locale);
    }

    /** The list may have moved since the page before: it goes on behind the place where that candidate stood. */
    private static List<Candidate> after(List<Candidate> sorted, Comparator<Candidate> order, @Nullable String key) {
        if (key == null) {
            return sorted;
        }
        if (!key.matches(PLACE)) {
            throw new InvalidRequest("cursor", "must be the nextCursor of a page of this list");
        }
        int colon = key.indexOf(':');
        int lastTenths = Integer.parseInt(key.substring(0, colon));
        var lastId = key.substring(colon + 1);
        return sorted.stream()
                .filter(candidate -> order == BEST_FIRST
                        ? tenths(candidate) < lastTenths
                                || (tenths(candidate) == lastTenths
                                        && candidate.influencerId().compareTo(lastId) > 0)
                        : candidate.influencerId().compareTo(lastId) > 0)
                .toList();
    }

    private static int tenths(Candidate candidate) {
        var score = candidate.score();
        return score == null ? -1 : score.tenths();
    }
}

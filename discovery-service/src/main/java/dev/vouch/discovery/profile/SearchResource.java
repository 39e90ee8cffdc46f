package dev.vouch.discovery.profile;

import dev.vouch.chassis.http.InvalidRequest;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.security.Role;
import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.search.SearchIndex;
import dev.vouch.discovery.search.domain.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/search")
@Tag(name = "search", description = "Who talks about this?")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
class SearchResource {

    /** @param complete false while the index is behind what is known: after a start, and during an import */
    record SearchView(List<SearchHit> items, boolean complete) {}

    /** Somebody who says the words; the score compares hits of one answer. */
    record SearchHit(
            String influencerId,
            String platform,
            @Nullable String handle,
            @Nullable String displayName,
            @Nullable Long followers,
            List<String> categories,
            List<Influencer.Language> languages,
            double score) {}

    private final SearchIndex index;
    private final InfluencerStore store;
    private final IndexInfluencers indexInfluencers;

    SearchResource(SearchIndex index, InfluencerStore store, IndexInfluencers indexInfluencers) {
        this.index = index;
        this.store = store;
        this.indexInfluencers = indexInfluencers;
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
    @Operation(summary = "Searches by words in any of their forms, German and English; the best hits first")
    public SearchView search(
            @QueryParam("q")
                    @Size(max = Limits.NAME)
                    @Parameter(description = "All of these words", example = "vegan backen")
                    @Nullable
                    String words,
            @QueryParam("platform") @Size(max = Limits.NAME) @Nullable String platform,
            @QueryParam("category") @Size(max = Limits.NAME) @Nullable String category,
            @QueryParam("language") @Size(max = Limits.NAME) @Nullable String language,
            @QueryParam("followersMin") @Nullable String followersMin,
            @QueryParam("followersMax") @Nullable String followersMax,
            @QueryParam("limit") @Nullable String limit) {
        var query = new Query(
                words,
                platform,
                category,
                language,
                number("followersMin", followersMin, 0),
                number("followersMax", followersMax, Long.MAX_VALUE));
        var hits = index.find(query, (int) Math.min(number("limit", limit, Limits.PAGE), Limits.PAGE_MAX));
        var people =
                store.states(hits.stream().map(SearchIndex.Hit::influencerId).toList());
        return new SearchView(
                hits.stream()
                        .flatMap(hit -> Stream.ofNullable(people.get(hit.influencerId()))
                                .map(influencer -> view(influencer, hit.score())))
                        .toList(),
                !indexInfluencers.isBehind());
    }

    private static SearchHit view(Influencer influencer, double score) {
        return new SearchHit(
                influencer.influencerId(),
                influencer.platform(),
                influencer.handle(),
                influencer.displayName(),
                influencer.followers(),
                influencer.categories(),
                influencer.languages(),
                score);
    }

    private static long number(String name, @Nullable String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9]\\d{0,14}")) {
            throw new InvalidRequest(name, "must be a whole number above 0");
        }
        return Long.parseLong(text);
    }
}

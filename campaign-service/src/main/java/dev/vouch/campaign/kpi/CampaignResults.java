package dev.vouch.campaign.kpi;

import dev.vouch.campaign.collaboration.Collaborations;
import dev.vouch.campaign.collaboration.domain.Collaboration;
import dev.vouch.campaign.kpi.domain.Results;
import dev.vouch.campaign.kpi.domain.Spend;
import dev.vouch.chassis.aggregate.Versioned;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of a campaign's results at this moment, added up from the single observations and fees. */
@Singleton
public class CampaignResults {

    private static final int PAGE = 1_000;

    private final MeasurementStore measurements;
    private final ConversionStore conversions;
    private final Collaborations collaborations;

    CampaignResults(MeasurementStore measurements, ConversionStore conversions, Collaborations collaborations) {
        this.measurements = measurements;
        this.conversions = conversions;
        this.collaborations = collaborations;
    }

    /** Under the empty name what nobody in particular brought. */
    public Map<String, Results> byInfluencer(String campaignId) {
        var sums = new TreeMap<String, Results>();
        eachPage(
                after -> measurements.pageOf(campaignId, after, PAGE),
                Versioned::id,
                post -> add(sums, post.state().influencerId(), Results.of(post.state())));
        eachPage(
                after -> conversions.pageOf(campaignId, after, PAGE),
                Versioned::id,
                conversion -> add(
                        sums,
                        Objects.requireNonNullElse(conversion.state().influencerId(), ""),
                        Results.of(conversion.state())));
        eachPage(
                after -> collaborations.agreed(campaignId, after, PAGE),
                Collaboration::id,
                agreed -> add(sums, agreed.influencerId(), Results.of(spend(agreed))));
        return new LinkedHashMap<>(sums);
    }

    public Results total(String campaignId) {
        return byInfluencer(campaignId).values().stream().reduce(Results.NOTHING, Results::plus);
    }

    private static Spend spend(Collaboration agreed) {
        return new Spend(
                agreed.influencerId(),
                Objects.requireNonNull(agreed.agreement()).fee());
    }

    private static void add(Map<String, Results> sums, String influencerId, Results results) {
        sums.merge(influencerId, results, Results::plus);
    }

    private static <T> void eachPage(
            Function<@Nullable String, List<T>> pageAfter, Function<T, String> idOf, Consumer<T> each) {
        var page = pageAfter.apply(null);
        while (!page.isEmpty()) {
            page.forEach(each);
            page = page.size() < PAGE ? List.of() : pageAfter.apply(idOf.apply(page.get(page.size() - 1)));
        }
    }
}

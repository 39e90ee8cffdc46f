package dev.vouch.campaign.planning;

import dev.vouch.campaign.planning.domain.Brief;
import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.campaign.planning.domain.KpiTarget;
import dev.vouch.contract.AccountKind;
import dev.vouch.contract.Event;
import dev.vouch.contract.Platform;
import dev.vouch.contract.campaign.CampaignCancelledV1;
import dev.vouch.contract.campaign.CampaignCompletedV1;
import dev.vouch.contract.campaign.CampaignLaunchedV1;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class CampaignEvents {

    private CampaignEvents() {}

    static List<Event> launched(@Nullable Campaign before, Campaign after) {
        var plan = after.plan();
        var period = Objects.requireNonNull(plan.period());
        return List.of(new CampaignLaunchedV1(
                after.id(),
                plan.name(),
                plan.product(),
                brief(plan.brief()),
                plan.budget().minorUnits(),
                plan.budget().currency(),
                plan.shortlistSize(),
                period.from(),
                period.until(),
                plan.kpis().stream().map(CampaignEvents::kpi).toList(),
                Objects.requireNonNull(after.launchedAt())));
    }

    static List<Event> completed(@Nullable Campaign before, Campaign after) {
        return List.of(new CampaignCompletedV1(after.id(), Objects.requireNonNull(after.endedAt())));
    }

    /** Nobody was told of a draft, so nobody is told of its end. The reason is a person's words and stays in the document. */
    static List<Event> cancelled(@Nullable Campaign before, Campaign after) {
        return after.launchedAt() == null
                ? List.of()
                : List.of(new CampaignCancelledV1(after.id(), Objects.requireNonNull(after.endedAt()), null));
    }

    private static CampaignLaunchedV1.Brief brief(Brief brief) {
        return new CampaignLaunchedV1.Brief(
                brief.topics().stream()
                        .map(topic -> new CampaignLaunchedV1.TopicWord(topic.word(), topic.weight()))
                        .toList(),
                brief.categories(),
                brief.wordsToAvoid(),
                brief.platforms().stream()
                        .map(platform -> Platform.valueOf(platform.name()))
                        .toList(),
                brief.languages(),
                brief.countries(),
                new CampaignLaunchedV1.FollowerRange(
                        brief.followers().min(), brief.followers().max()),
                brief.accountKinds().stream()
                        .map(kind -> AccountKind.valueOf(kind.name()))
                        .toList(),
                brief.competitors());
    }

    private static CampaignLaunchedV1.Kpi kpi(KpiTarget stated) {
        return new CampaignLaunchedV1.Kpi(
                stated.kpi().id(),
                Objects.requireNonNull(stated.unit()),
                Objects.requireNonNull(stated.target()),
                Objects.requireNonNull(stated.measuringRule()),
                Objects.requireNonNull(stated.dueOn()));
    }
}

package dev.vouch.campaign.planning.domain;

import dev.vouch.campaign.budget.domain.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the marketer states; open to change until the launch. */
public record Plan(
        String name,
        String product,
        Brief brief,
        Money budget,
        int shortlistSize,
        @Nullable Period period,
        List<KpiTarget> kpis) {

    public Plan {
        kpis = List.copyOf(kpis);
    }
}

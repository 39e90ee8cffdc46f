package dev.vouch.campaign.budget;

import dev.vouch.campaign.budget.domain.Budget;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class Budgets {

    private final BudgetStore store;

    Budgets(BudgetStore store) {
        this.store = store;
    }

    /** Empty before the launch. */
    public Optional<Budget> find(String campaignId) {
        return store.find(campaignId).map(versioned -> versioned.state());
    }
}

package dev.vouch.campaign.budget;

import dev.vouch.campaign.budget.domain.Budget;
import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.contract.Topics;
import jakarta.inject.Singleton;

@Singleton
class BudgetStore extends AggregateStore<Budget> {

    BudgetStore(Stores stores) {
        super(stores, Layout.of("budgets", Budget.class).publishing(Topics.BUDGET));
    }
}

package dev.vouch.campaign.kpi;

import dev.vouch.campaign.kpi.domain.Receipt;
import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import jakarta.inject.Singleton;

/** Lets a repeated request find its first answer, and another request under the same key be refused. */
@Singleton
class ReceiptStore extends AggregateStore<Receipt> {

    ReceiptStore(Stores stores) {
        super(stores, Layout.of("receipts", Receipt.class));
    }
}

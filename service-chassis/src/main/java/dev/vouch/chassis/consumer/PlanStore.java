package dev.vouch.chassis.consumer;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.StaleVersion;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import java.util.List;
import java.util.function.BiConsumer;
import org.bson.Document;

/**
 * Plans and their sweep. The sweep remembers how far it came and goes on there after a crash, so an item may be worked twice:
 * the work goes by deterministic ids. A plan that is replaced meanwhile is begun anew.
 */
public abstract class PlanStore<I, P extends Plan<I, P>> extends AggregateStore<P> {

    private static final int PLANS = 20;
    private static final int STEP = 20;

    protected PlanStore(Stores stores, Layout<P> layout) {
        super(stores, layout.index("state.open"));
    }

    public List<Versioned<P>> open() {
        return query(new Document("state.open", true), PLANS);
    }

    /** Works off every open plan; for timers. */
    public void sweep(BiConsumer<P, I> work) {
        open().forEach(plan -> sweep(plan.id(), work));
    }

    /** Works off one plan. An exception ends the sweep where it is; the timer goes on there. */
    public void sweep(String id, BiConsumer<P, I> work) {
        var current = find(id);
        while (current.isPresent() && current.get().state().open()) {
            var plan = current.get();
            var upTo = Math.min(plan.state().done() + STEP, plan.state().items().size());
            plan.state().items().subList(plan.state().done(), upTo).forEach(item -> work.accept(plan.state(), item));
            advance(plan, upTo);
            current = find(id);
        }
    }

    private void advance(Versioned<P> plan, int done) {
        try {
            change(
                    plan.id(),
                    new Command("plan-sweep", plan.version(), null, null),
                    state -> Decision.accepted(state.withDone(done)),
                    Announcement.none());
        } catch (StaleVersion replaced) {
            // a newer plan took its place; the caller reads it and begins there
        }
    }
}

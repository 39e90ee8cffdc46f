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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans and their sweep. The sweep remembers how far it came and goes on there after a crash, so an item may be worked twice:
 * the work goes by deterministic ids. A plan that is replaced meanwhile is begun anew.
 */
public abstract class PlanStore<I, P extends Plan<I, P>> extends AggregateStore<P> {

    private static final Logger LOG = LoggerFactory.getLogger(PlanStore.class);
    private static final int PLANS = 20;
    private static final int STEP = 20;

    protected PlanStore(Stores stores, Layout<P> layout) {
        super(stores, layout.index("state.open"));
    }

    public List<Versioned<P>> open() {
        return query(new Document("state.open", true), PLANS);
    }

    /**
     * Works off one plan. An item that fails is said and left for the next sweep, which begins at the first that failed; those
     * behind it are worked all the same.
     */
    public void sweep(String id, BiConsumer<P, I> work) {
        var from = 0;
        var current = find(id);
        while (current.isPresent() && current.get().state().open()) {
            var plan = current.get();
            var items = plan.state().items();
            var start = Math.max(plan.state().done(), from);
            if (start >= items.size()) {
                return;
            }
            var upTo = Math.min(start + STEP, items.size());
            var failed = items.subList(start, upTo).stream()
                    .filter(item -> !succeeds(plan, item, work))
                    .count();
            from = upTo;
            if (failed == 0 && start == plan.state().done()) {
                advance(plan, upTo);
            }
            current = find(id);
        }
    }

    private boolean succeeds(Versioned<P> plan, I item, BiConsumer<P, I> work) {
        try {
            work.accept(plan.state(), item);
            return true;
        } catch (RuntimeException fault) {
            LOG.warn("plan={} item failed and is tried again", plan.id(), fault);
            return false;
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

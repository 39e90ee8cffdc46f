package dev.vouch.chassis.consumer;

import java.util.List;

/**
 * One event that touches many documents, stored whole before the first of them is touched. A record with the components
 * {@code items}, {@code done} and {@code open} implements it.
 *
 * @param <I> one document's share
 * @param <P> the record itself
 */
public interface Plan<I, P extends Plan<I, P>> {

    List<I> items();

    /** How many items are worked off, from the first on. */
    int done();

    /** Whether anything is left; stored, so that open plans are found by an index. */
    boolean open();

    /** The plan with so many items worked off, closed if these are all. */
    P withDone(int items);
}

package dev.vouch.scoring.scorecard;

import java.util.Collection;

/**
 * What else of a person goes when their scorecard does. Called before the scorecard becomes a tombstone, and again after a
 * crash in between, so it must be repeatable. Here, because those who keep more look at scorecards and not the other way round.
 */
public interface FollowsErasure {

    void erase(Collection<String> influencerIds);
}

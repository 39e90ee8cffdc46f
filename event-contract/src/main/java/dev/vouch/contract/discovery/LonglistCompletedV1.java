package dev.vouch.contract.discovery;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import java.util.List;

/** Everybody known has been matched against the brief: the longlist of this revision is complete. */
public record LonglistCompletedV1(
        String campaignId, int revision, long count, long considered, List<FilterCount> removedByFilter)
        implements Event {
    public LonglistCompletedV1 {
        Check.id("campaignId", campaignId);
        Check.range("revision", revision, 0, Integer.MAX_VALUE);
        Check.notNegative("count", count);
        Check.notNegative("considered", considered);
        removedByFilter = Check.list("removedByFilter", removedByFilter, 50);
    }

    /** What one filter removed. */
    public record FilterCount(String filter, long count) {
        public FilterCount {
            Check.code("filter", filter);
            Check.notNegative("count", count);
        }
    }
}

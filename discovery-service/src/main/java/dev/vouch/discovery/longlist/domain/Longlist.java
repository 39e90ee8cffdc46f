package dev.vouch.discovery.longlist.domain;

import dev.vouch.discovery.profile.domain.InfluencerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The open brief of a campaign and how far its build has come.
 *
 * @param open whether new and changed profiles are matched against it
 * @param nextBucket the first bucket of influencers that is not scanned yet
 * @param removedByFilter how many each filter removed, everybody counted at the first that objects
 */
public record Longlist(
        String campaignId,
        Brief brief,
        int revision,
        State state,
        boolean open,
        int nextBucket,
        long considered,
        long matched,
        List<FilterCount> removedByFilter,
        @Nullable Instant completedAt) {

    public enum State {
        BUILDING,
        COMPLETED,
        CLOSED
    }

    /**
     * How many people one filter removed.
     *
     * @param filter the code of its reason
     */
    public record FilterCount(String filter, long count) {}

    public Longlist {
        removedByFilter = List.copyOf(removedByFilter);
    }

    /** What a scan of some buckets found. */
    public record Scan(long considered, long matched, Map<String, Long> removedByFilter) {}

    public static Longlist begun(String campaignId, Brief brief) {
        return new Longlist(campaignId, brief, 1, State.BUILDING, true, 0, 0, 0, List.of(), null);
    }

    /** A scan that was not the next one is a repetition and counts nothing. */
    public Longlist scanned(int fromBucket, int toBucket, Scan scan) {
        if (state != State.BUILDING || fromBucket != nextBucket) {
            return this;
        }
        var removed = new TreeMap<String, Long>();
        removedByFilter.forEach(each -> removed.put(each.filter(), each.count()));
        scan.removedByFilter().forEach((filter, count) -> removed.merge(filter, count, Long::sum));
        return new Longlist(
                campaignId,
                brief,
                revision,
                state,
                open,
                toBucket,
                considered + scan.considered(),
                matched + scan.matched(),
                removed.entrySet().stream()
                        .map(each -> new FilterCount(each.getKey(), each.getValue()))
                        .toList(),
                null);
    }

    public boolean isScanned() {
        return nextBucket >= InfluencerId.BUCKETS;
    }

    /** @param entries all of this revision, removed ones included */
    public Longlist completed(long entries, Instant now) {
        return state == State.BUILDING
                ? new Longlist(
                        campaignId,
                        brief,
                        revision,
                        State.COMPLETED,
                        open,
                        nextBucket,
                        considered,
                        entries,
                        removedByFilter,
                        now)
                : this;
    }

    public Longlist closed() {
        return new Longlist(
                campaignId,
                brief,
                revision,
                State.CLOSED,
                false,
                nextBucket,
                considered,
                matched,
                removedByFilter,
                completedAt);
    }
}

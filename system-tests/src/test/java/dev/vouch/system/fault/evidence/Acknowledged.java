package dev.vouch.system.fault.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the drivers of the load were promised: nothing is in here that was not answered. */
public final class Acknowledged {

    /** The broker has it. @param database of the service that owns the topic */
    public record Submission(String database, String eventId) {}

    /** A service answered 2xx. @param collection with its database: {@code vouch_campaign.campaigns} */
    public record Change(String collection, String id, long version) {}

    /**
     * Nobody writes to these contacts any more.
     *
     * @param contacts of the person who opted out
     * @param alreadyBeingSent what the answer named
     */
    public record OptOut(Instant at, Set<String> contacts, Set<String> alreadyBeingSent) {}

    private final Queue<Submission> submissions = new ConcurrentLinkedQueue<>();
    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
    private final Queue<OptOut> optOuts = new ConcurrentLinkedQueue<>();

    public void add(Submission submission) {
        submissions.add(submission);
    }

    public void add(Change change) {
        changes.add(change);
    }

    public void add(OptOut optOut) {
        optOuts.add(optOut);
    }

    public List<Submission> submissions() {
        return List.copyOf(submissions);
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }

    public List<OptOut> optOuts() {
        return List.copyOf(optOuts);
    }
}

package dev.vouch.discovery.profile;

import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.Projection;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.event.Envelope;
import dev.vouch.chassis.event.Received;
import dev.vouch.chassis.outbox.EventPublisher;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.chassis.submission.Submission;
import dev.vouch.chassis.submission.SubmissionStore;
import dev.vouch.contract.Event;
import dev.vouch.contract.Platform;
import dev.vouch.contract.discovery.PostObservedV1;
import dev.vouch.contract.discovery.ProfileObservedV1;
import dev.vouch.discovery.profile.domain.IdentityLedger.Names;
import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.profile.domain.ObservedPost;
import dev.vouch.discovery.profile.domain.ObservedProfile;
import dev.vouch.discovery.profile.domain.Snapshot;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of influencers: file imports, REST, connectors and outsiders all come through the submission topic. Writes
 * posts and snapshots first, then the influencers, then what became of each observation.
 */
@Singleton
class SubmissionConsumer {

    /** An observation of a batch at hand, as the domain merges it; one of the two is there. */
    private record Sighting(
            String influencerId,
            @Nullable ObservedProfile profile,
            @Nullable ObservedPost post) {}

    private final Projection<Influencer> influencers;
    private final Identities identities;
    private final ObservedEvents observed;
    private final PostStore posts;
    private final SnapshotStore snapshots;
    private final SubmissionStore submissions;
    private final Stores stores;

    /** Of the batches at hand; whatever becomes of a batch, nothing stays when it is gone. */
    private final Map<Received<?>, Sighting> sightings = Collections.synchronizedMap(new WeakHashMap<>());

    /** Of the posts of the batches at hand, by the first writing that made a difference. */
    private final Map<Received<?>, Outcome> postOutcomes = Collections.synchronizedMap(new WeakHashMap<>());

    SubmissionConsumer(
            Consumers consumers,
            EventPublisher publisher,
            InfluencerStore store,
            Identities identities,
            ObservedEvents observed,
            PostStore posts,
            SnapshotStore snapshots,
            SubmissionStore submissions,
            IndexInfluencers indexInfluencers,
            Stores stores) {
        this.identities = identities;
        this.observed = observed;
        this.posts = posts;
        this.snapshots = snapshots;
        this.submissions = submissions;
        this.stores = stores;
        influencers = consumers
                .channel("observations")
                .projection(store)
                .identifiedBy(this::identify)
                .on(ProfileObservedV1.class, this::fold)
                .on(PostObservedV1.class, this::fold)
                .beforehand((states, ids) -> keepPostsAndSnapshots(ids.keySet()))
                .outcomes(this::tell)
                .unreadable(this::tellUnreadable)
                .publishing(publisher, InfluencerEvents::of)
                .then(indexInfluencers::touched);
    }

    @Incoming("observations")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        influencers.apply(records);
    }

    private Projection.Identified identify(List<Received<?>> batch) {
        var names = new LinkedHashMap<Received<?>, Names>();
        var refused = new HashMap<Received<?>, List<Reason>>();
        for (var received : batch) {
            if (platform(received.event()) == Platform.UNKNOWN) {
                refused.put(received, List.of(Reason.of("observation.platform-unknown")));
            } else {
                names.put(received, names(received.event()));
            }
        }
        var ids = identities.resolve(names);
        ids.forEach((received, id) -> sightings.put(received, sighting(id, received)));
        return new Projection.Identified(ids, refused);
    }

    private Influencer fold(@Nullable Influencer known, Received<?> received) {
        var sighting = Objects.requireNonNull(sightings.get(received));
        var profile = sighting.profile();
        var post = sighting.post();
        if (profile != null) {
            return before(known, sighting, profile.observedAt()).with(profile);
        }
        return before(known, sighting, Objects.requireNonNull(post).observedAt())
                .with(post);
    }

    private static Influencer before(@Nullable Influencer known, Sighting sighting, java.time.Instant observedAt) {
        return known == null ? Influencer.unknown(sighting.influencerId(), observedAt) : known;
    }

    private void keepPostsAndSnapshots(Collection<Received<?>> batch) {
        var receivedPosts = new ArrayList<Received<?>>();
        var seenPosts = new ArrayList<PostStore.Sighting>();
        var figures = new ArrayList<Snapshot>();
        batch.forEach(received -> {
            var sighting = Objects.requireNonNull(sightings.get(received));
            if (sighting.post() != null) {
                receivedPosts.add(received);
                seenPosts.add(new PostStore.Sighting(sighting.influencerId(), sighting.post()));
            } else if (sighting.profile() != null && sighting.profile().hasFigures()) {
                figures.add(sighting.profile().snapshot(sighting.influencerId()));
            }
        });
        var merged = posts.merge(seenPosts);
        for (int at = 0; at < merged.size(); at++) {
            var again = merged.get(at);
            postOutcomes.merge(
                    receivedPosts.get(at), again, (first, next) -> first.equals(Outcome.UNCHANGED) ? next : first);
        }
        snapshots.keep(figures);
    }

    private void tell(Map<Received<?>, Outcome> outcomes) {
        var told = new ArrayList<Submission>();
        outcomes.forEach((received, outcome) -> {
            var sighting = sightings.get(received);
            told.add(submission(
                    received.envelope(),
                    sighting == null ? null : sighting.influencerId(),
                    withPost(outcome, postOutcomes.get(received))));
        });
        submissions.record(told);
    }

    /** A row that could not be read has its result too, so that its import comes to an end. */
    private void tellUnreadable(Envelope envelope, Outcome outcome) {
        submissions.record(List.of(submission(envelope, null, outcome)));
    }

    private Submission submission(Envelope envelope, @Nullable String influencerId, Outcome outcome) {
        return new Submission(
                envelope.id(),
                ImportSource.jobOf(envelope),
                influencerId,
                outcome,
                stores.clock().instant());
    }

    /** A post is new or not whether or not its account was known. */
    private static Outcome withPost(Outcome ofAccount, @Nullable Outcome ofPost) {
        return switch (ofAccount.kind()) {
            case REFUSED, DEAD_LETTERED -> ofAccount;
            case UNCHANGED -> ofPost == null ? ofAccount : ofPost;
            case CREATED, CHANGED -> {
                if (ofPost == null) {
                    yield ofAccount;
                }
                yield ofPost.equals(Outcome.CREATED) ? Outcome.CREATED : Outcome.CHANGED;
            }
        };
    }

    private Sighting sighting(String influencerId, Received<?> received) {
        if (received.event() instanceof ProfileObservedV1 profile) {
            return new Sighting(influencerId, observed.profile(received.envelope(), profile), null);
        }
        return new Sighting(influencerId, null, observed.post(received.envelope(), (PostObservedV1) received.event()));
    }

    private Names names(Event event) {
        return event instanceof ProfileObservedV1 profile
                ? observed.names(profile)
                : observed.names((PostObservedV1) event);
    }

    private static Platform platform(Event event) {
        return event instanceof ProfileObservedV1 profile ? profile.platform() : ((PostObservedV1) event).platform();
    }
}

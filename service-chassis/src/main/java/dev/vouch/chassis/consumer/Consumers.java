package dev.vouch.chassis.consumer;

import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.deadletter.DeadLetterPublisher;
import dev.vouch.chassis.observability.ConsumerProgress;
import dev.vouch.chassis.observability.Metrics;
import dev.vouch.chassis.submission.SubmissionStore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Where a consumer begins: {@code consumers.channel("influencers").projection(store)...}. */
public class Consumers {

    private final Channel.Tools tools;
    private final Function<String, String> groups;

    /** @param groups the consumer group of a channel, as the connector's settings name it */
    public Consumers(
            DeadLetterPublisher deadLetters,
            ConsumerProgress progress,
            Metrics metrics,
            SubmissionStore submissions,
            Stores stores,
            BooleanSupplier stopping,
            Function<String, String> groups) {
        this.tools = new Channel.Tools(
                deadLetters, progress, metrics, submissions, stores.clock(), stores.source(), stopping);
        this.groups = groups;
    }

    public Channel channel(String name) {
        return new Channel(name, groups.apply(name), tools);
    }
}

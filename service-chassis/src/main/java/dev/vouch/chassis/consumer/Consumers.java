package dev.vouch.chassis.consumer;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.deadletter.DeadLetter;
import dev.vouch.chassis.deadletter.DeadLetterPublisher;
import dev.vouch.chassis.deadletter.StillUnusable;
import dev.vouch.chassis.observability.ConsumerProgress;
import dev.vouch.chassis.observability.Metrics;
import dev.vouch.chassis.submission.SubmissionStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a consumer begins: {@code consumers.channel("influencers").projection(store)...}. */
public class Consumers {

    private final List<Channel> channels = new CopyOnWriteArrayList<>();
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
        this.tools = new Channel.Tools(deadLetters, progress, metrics, submissions, stores.clock(), stopping);
        this.groups = groups;
    }

    public Channel channel(String name) {
        var channel = new Channel(name, groups.apply(name), tools);
        channels.add(channel);
        return channel;
    }

    /** The consumer group of each channel. */
    public Map<String, String> groups() {
        return channels.stream().collect(Collectors.toMap(Channel::name, Channel::group, (one, same) -> one));
    }

    /** @throws StillUnusable when the channel still cannot use it */
    public void replay(String channel, DeadLetter letter) {
        channels.stream().filter(each -> each.name().equals(channel)).forEach(each -> each.replay(letter));
    }

    /** Where histories wait for an event that has not come. */
    public List<Gap> gaps() {
        return channels.stream().flatMap(channel -> channel.gaps().stream()).toList();
    }

    /** @throws NotFound when nothing waits there any more */
    public void skip(Gap wanted, Command by) {
        var gap = gaps().stream().filter(wanted::isAt).findFirst();
        var found = gap.orElseThrow(() -> new NotFound("gaps", wanted.document() + " " + wanted.subject()));
        channels.stream()
                .filter(channel -> channel.name().equals(found.channel()))
                .forEach(channel -> channel.skip(found, by));
    }
}

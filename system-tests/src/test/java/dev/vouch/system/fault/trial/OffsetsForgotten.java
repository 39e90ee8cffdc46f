package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.evidence.Channels;
import dev.vouch.system.fault.site.Site;
import dev.vouch.system.fault.site.Unit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the groups have read is set back to the beginning, for every other group forgotten altogether. */
final class OffsetsForgotten implements FaultTest {

    @Override
    public String id() {
        return "FT-12";
    }

    @Override
    public void run(Trial trial) throws IOException, ExecutionException, InterruptedException {
        ToldTwice.somethingToTell(trial);
        var before = Unchanged.settled(trial);
        var services = Site.SERVICES.stream().map(trial.site()::unit).toList();
        services.parallelStream().forEach(Unit::stop);
        forget(trial);
        services.forEach(Unit::start);
        services.forEach(Unit::awaitReady);
        Unchanged.require(trial, before, trial.evidence(), ToldTwice.EVENTS);
    }

    private static void forget(Trial trial) throws ExecutionException, InterruptedException {
        var settings = new Properties();
        settings.put("bootstrap.servers", trial.site().bootstrapServers());
        try (var admin = Admin.create(settings)) {
            var forgotten = 0;
            for (var channel : Channels.of(trial.home())) {
                if (forgotten++ % 2 == 0) {
                    admin.deleteConsumerGroups(List.of(channel.group())).all().get();
                } else {
                    admin.alterConsumerGroupOffsets(channel.group(), beginning(admin, channel))
                            .all()
                            .get();
                }
            }
            trial.say("  offsets of " + forgotten + " groups are gone");
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> beginning(Admin admin, Channels.Channel channel)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(channel.group()).partitionsToOffsetAndMetadata().get().keySet().stream()
                .collect(Collectors.toMap(each -> each, each -> new OffsetAndMetadata(0)));
    }
}

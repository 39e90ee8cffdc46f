package dev.vouch.chassis;

import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.deadletter.DeadLetter;
import dev.vouch.chassis.deadletter.DeadLetterPublisher;
import dev.vouch.chassis.deadletter.DeadLetterTopics;
import dev.vouch.chassis.deadletter.Replay;
import dev.vouch.chassis.lifecycle.GracefulStop;
import dev.vouch.chassis.mongo.Database;
import dev.vouch.chassis.mongo.StoreClock;
import dev.vouch.chassis.observability.ConsumerProgress;
import dev.vouch.chassis.observability.Metrics;
import dev.vouch.chassis.outbox.EventPublisher;
import dev.vouch.chassis.outbox.Wakeup;
import dev.vouch.chassis.submission.SubmissionStore;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Puts the chassis' parts together; they themselves know no container. */
class Chassis {

    @Produces
    @Singleton
    Database database(Config config) {
        var name = ServiceName.from(config);
        return new Database(
                name.mongodbUri(config), name.database(), name.ownUri(config).isPresent());
    }

    void close(@Disposes Database database) {
        database.close();
    }

    @Produces
    @Singleton
    Clock clock(Database database) {
        return new StoreClock(database);
    }

    @Produces
    @Singleton
    Wakeup wakeup() {
        return new Wakeup();
    }

    @Produces
    @Singleton
    Stores stores(Database database, Clock clock, Wakeup wakeup, Config config) {
        return new Stores(database, clock, ServiceName.from(config).source(), wakeup::raise);
    }

    @Produces
    @Singleton
    EventPublisher publisher(@Identifier("default-kafka-broker") Map<String, Object> connection) {
        return new EventPublisher(connection);
    }

    void close(@Disposes EventPublisher publisher) {
        publisher.close();
    }

    @Produces
    @Singleton
    DeadLetterPublisher deadLetters(EventPublisher publisher, Metrics metrics, Clock clock) {
        return new DeadLetterPublisher(publisher, metrics, clock);
    }

    @Produces
    @Singleton
    DeadLetterTopics deadLetterTopics(
            @Identifier("default-kafka-broker") Map<String, Object> connection, Consumers consumers, Config config) {
        return new DeadLetterTopics(connection, () -> {
            var topics = new HashMap<String, String>();
            consumers
                    .groups()
                    .forEach((channel, group) -> topics.put(
                            channel,
                            DeadLetter.topicOf(
                                    config.getValue("mp.messaging.incoming." + channel + ".topic", String.class),
                                    group)));
            return topics;
        });
    }

    @Produces
    @Singleton
    Replay replay(Consumers consumers) {
        return consumers::replay;
    }

    @Produces
    @Singleton
    SubmissionStore submissions(Stores stores) {
        return new SubmissionStore(stores);
    }

    @Produces
    @Singleton
    Consumers consumers(
            DeadLetterPublisher deadLetters,
            ConsumerProgress progress,
            Metrics metrics,
            SubmissionStore submissions,
            Stores stores,
            GracefulStop stop,
            Config config) {
        return new Consumers(
                deadLetters,
                progress,
                metrics,
                submissions,
                stores,
                stop::stopping,
                channel -> config.getValue("mp.messaging.incoming." + channel + ".group.id", String.class));
    }
}

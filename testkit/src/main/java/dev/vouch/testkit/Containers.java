package dev.vouch.testkit;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** Real servers in containers; a missing engine or image is a failure, since they were asked for. */
final class Containers implements AutoCloseable {

    private final Closing closing = new Closing();

    String startKafka() {
        var kafka = closing.add(new KafkaContainer("apache/kafka:4.1.1"));
        kafka.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        kafka.start();
        return kafka.getBootstrapServers();
    }

    String startMongoDb() {
        var mongodb = closing.add(new MongoDBContainer("mongo:8"));
        mongodb.start();
        return mongodb.getConnectionString();
    }

    @Override
    public void close() {
        closing.close();
    }
}

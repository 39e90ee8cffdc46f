package dev.vouch.contract;

/** A Kafka topic, and how its events are to be read. */
public record Topic(String name, Kind kind) {

    /** What the events of a topic are to each other. */
    public enum Kind {
        /** Each event holds the full state of its subject: the newest sequence wins, gaps are legal. */
        STATE,
        /** Each event is a change: all are applied, in sequence. */
        HISTORY,
        /** Handed in from outside, without a sequence: they merge in any order. */
        OBSERVATIONS
    }

    /** The service that the topic belongs to: who publishes its facts or takes in its submissions. */
    public String service() {
        return name.split("\\.")[1];
    }

    /** Where a consumer group puts the records that it cannot read. */
    public String deadLetter(String consumerGroup) {
        return name + "." + consumerGroup + ".dlt";
    }
}

package dev.vouch.chassis.consumer;

import dev.vouch.chassis.aggregate.Parked;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A hole in a history: events wait in a document for one that has not come.
 *
 * @param firstWaiting the lowest sequence that waits
 * @param waiting how many do
 * @param since when the first of them came
 */
public record Gap(
        String channel, String document, String topic, String subject, long firstWaiting, int waiting, Instant since) {

    static List<Gap> of(String channel, String document, List<Parked> parked) {
        var bySubject = parked.stream()
                .collect(Collectors.groupingBy(
                        each -> List.of(each.topic(), each.subject()),
                        () -> new TreeMap<>(
                                (one, other) -> String.join("/", one).compareTo(String.join("/", other))),
                        Collectors.toList()));
        return bySubject.entrySet().stream()
                .map(entry -> new Gap(
                        channel,
                        document,
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getValue().stream()
                                .mapToLong(Parked::sequence)
                                .min()
                                .orElseThrow(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .map(Parked::since)
                                .min(Instant::compareTo)
                                .orElseThrow()))
                .toList();
    }

    boolean isAt(Gap other) {
        return channel.equals(other.channel)
                && document.equals(other.document)
                && topic.equals(other.topic)
                && subject.equals(other.subject)
                && firstWaiting == other.firstWaiting;
    }
}

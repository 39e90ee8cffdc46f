package dev.vouch.system.fault.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * All that the verifier may know: the topics, the stores, the mail server's log, and the log of what was acknowledged.
 *
 * @param topics every record, of each partition in order; dead letters too
 * @param collections every document, by database and collection: {@code vouch_campaign.campaigns}
 * @param lags records that a consumer group has not committed, by group
 * @param withheld contacts whose dot the mail server left without an answer
 * @param disturbances when a process ended or stood still that could be between dot and the note of its answer
 */
public record Evidence(
        Map<String, List<Said>> topics,
        Map<String, List<Document>> collections,
        List<Mail> mails,
        Acknowledged acknowledged,
        List<Channels.Channel> channels,
        Map<String, Long> lags,
        Set<String> withheld,
        List<Instant> disturbances) {

    public List<Said> said(String topic) {
        return topics.getOrDefault(topic, List.of());
    }

    public List<Document> documents(String collection) {
        return collections.getOrDefault(collection, List.of());
    }
}

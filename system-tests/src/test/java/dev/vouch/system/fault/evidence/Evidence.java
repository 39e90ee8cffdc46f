package dev.vouch.system.fault.evidence;

import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * All that the verifier may know: the topics, the stores, the mail server's log, and the log of what was acknowledged.
 *
 * @param topics every record, of each partition in order; dead letters too
 * @param collections every document, by database and collection: {@code vouch_campaign.campaigns}
 * @param lags records that a consumer group has not committed, by group
 * @param outreachCrashes how often a process ended that could be between dot and answer
 */
public record Evidence(
        Map<String, List<Said>> topics,
        Map<String, List<Document>> collections,
        List<Mail> mails,
        Acknowledged acknowledged,
        List<Channels.Channel> channels,
        Map<String, Long> lags,
        int outreachCrashes) {

    public List<Said> said(String topic) {
        return topics.getOrDefault(topic, List.of());
    }

    public List<Document> documents(String collection) {
        return collections.getOrDefault(collection, List.of());
    }
}

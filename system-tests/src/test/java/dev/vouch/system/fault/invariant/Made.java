package dev.vouch.system.fault.invariant;

import dev.vouch.contract.Topic;
import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.evidence.Channels;
import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Mail;
import dev.vouch.system.fault.evidence.Said;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Evidence made by hand, a piece at a time. */
final class Made {

    static final Channels.Channel INTAKE =
            new Channels.Channel("submissions", "vouch.discovery.profile-submissions", "discovery.intake");

    private final Map<String, List<Said>> topics = new LinkedHashMap<>();
    private final Map<String, List<Document>> collections = new LinkedHashMap<>();
    private final List<Mail> mails = new ArrayList<>();
    private final Map<String, Long> lags = new HashMap<>();
    final Acknowledged acknowledged = new Acknowledged();
    private final List<Instant> disturbances = new ArrayList<>();

    Made said(Topic topic, String type, String id, String subject, long sequence, String json) {
        return said(
                topic.name(),
                json,
                Map.of(
                        "ce_id",
                        id,
                        "ce_subject",
                        subject,
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_type",
                        "dev.vouch." + type + ".v1"));
    }

    Made said(String topic, String value, Map<String, String> headers) {
        var records = topics.computeIfAbsent(topic, each -> new ArrayList<>());
        records.add(new Said(topic, 0, records.size(), "", value.getBytes(StandardCharsets.UTF_8), headers));
        return this;
    }

    Made stored(String collection, String id, String json) {
        collections
                .computeIfAbsent(collection, each -> new ArrayList<>())
                .add(Document.parse(json).append("_id", id));
        return this;
    }

    Made mailed(String at, String contact, String to) {
        mails.add(new Mail(Instant.parse(at), contact, to));
        return this;
    }

    Made behind(String group, long lag) {
        lags.put(group, lag);
        return this;
    }

    Made disturbed(String at) {
        disturbances.add(Instant.parse(at));
        return this;
    }

    Evidence evidence() {
        return new Evidence(topics, collections, mails, acknowledged, List.of(INTAKE), lags, Set.of(), disturbances);
    }
}

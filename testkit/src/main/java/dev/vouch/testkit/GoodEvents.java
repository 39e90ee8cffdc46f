package dev.vouch.testkit;

import com.mongodb.client.MongoClients;
import dev.vouch.contract.Topic;
import dev.vouch.testkit.catalogue.EventSample;
import dev.vouch.testkit.catalogue.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** A row of good events of one subject, as their service would tell them, and whether they were applied. */
final class GoodEvents {

    /** What the events of one run are about; the same for all topics, so that they fit together. */
    static final Map<String, String> IDS = invented();

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    private final Topic topic;
    private final EventSample sample;
    private final String run = UUID.randomUUID().toString();
    private long next = 1;

    GoodEvents(Topic topic, EventSample sample) {
        this.topic = topic;
        this.sample = sample;
    }

    EventSample sample() {
        return sample;
    }

    void countOne() {
        next++;
    }

    /**
     * @param other another type
     * @param subject of its own, if it has no turn among the others
     */
    RawRecord next(@Nullable EventSample other, @Nullable String subject) {
        var used = other == null ? sample : other;
        return record(used, used.bytes(), subject == null ? subject() : subject() + "-" + subject, next);
    }

    RawRecord with(EventSample other, byte[] value) {
        return record(other, value, subject(), next);
    }

    RawRecord again() {
        return record(sample, sample.bytes(), subject(), next - 1);
    }

    /** Whether some document has heard the last one, or its outcome is known. */
    boolean wereApplied() {
        var settings = ConfigProvider.getConfig();
        var uri = settings.getValue("vouch.mongodb.uri", String.class);
        try (var client = MongoClients.create(uri)) {
            for (var name : client.listDatabaseNames()) {
                var database = client.getDatabase(name);
                for (var collection : database.listCollectionNames()) {
                    if (database.getCollection(collection).find(lastHeard()).first() != null) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Document lastHeard() {
        return isObserved()
                ? new Document("_id", id(subject(), next - 1))
                : new Document("seen", new Document("of", topic.name() + "/" + subject()).append("sequence", next - 1));
    }

    private RawRecord record(EventSample used, byte[] value, String subject, long sequence) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id(subject, sequence));
        headers.put("ce_source", "/" + topic.service() + "-service");
        headers.put("ce_type", used.type().type());
        headers.put("ce_subject", subject);
        headers.put("ce_time", TIME.toString());
        if (!isObserved()) {
            headers.put("ce_sequence", Long.toString(sequence));
        }
        headers.put("content-type", "application/json");
        return new RawRecord(subject, headers, value);
    }

    private String id(String subject, long sequence) {
        return UUID.nameUUIDFromBytes((run + subject + sequence).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private boolean isObserved() {
        return topic.kind() == Topic.Kind.OBSERVATIONS;
    }

    /** As the sample's type is named: an entry of a list, a contact, a person, or else a campaign. */
    private String subject() {
        var name = sample.type().name();
        var campaign = IDS.get("campaignId");
        var person = IDS.get("influencerId");
        if (name.startsWith("longlist.entry") || name.endsWith("shortlisted")) {
            return campaign + "/" + person;
        }
        if (topic.service().equals("outreach")) {
            return String.valueOf(IDS.get("contactId"));
        }
        return String.valueOf(name.startsWith("influencer.") ? person : campaign);
    }

    private static Map<String, String> invented() {
        var random = UUID.randomUUID().toString().replace("-", "");
        return Map.of(
                "campaignId", "c" + random,
                "influencerId", "instagram-" + random.substring(0, 16),
                "contactId", "k" + random);
    }
}

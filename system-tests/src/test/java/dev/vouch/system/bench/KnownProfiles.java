package dev.vouch.system.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.load.Flood;
import dev.vouch.system.fault.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Makes profiles known without letting each through the services: one goes through them, and every document that they keep of it is
 * copied under other ids.
 */
final class KnownProfiles {

    private static final List<String> DATABASES = List.of("vouch_discovery", "vouch_scoring");
    private static final int BULK = 1_000;

    private final List<Kept> kept = new ArrayList<>();
    private final Random random = new Random(1);
    private final String id;
    private final String influencer;

    /** A document of the one that went through. */
    private record Kept(MongoCollection<BsonDocument> collection, BsonDocument document) {}

    /** The installation must be new. */
    KnownProfiles(Site site, MongoClient client) {
        var submitted = new String[1];
        try (var scored = new TopicWatch(site.bootstrapServers(), Topics.SCORE.name());
                var flood = new Flood(site.bootstrapServers(), new Acknowledged())) {
            flood.observe(1, Topics.PROFILE_SUBMISSIONS, "profile.observed", each -> {
                submitted[0] = each;
                return Flood.profile("flood-" + each, 12);
            });
            scored.awaitCount(1);
        }
        id = submitted[0];
        influencer = client.getDatabase("vouch_discovery")
                .getCollection("identities")
                .find()
                .first()
                .getString("influencerId")
                .replaceFirst(".*-", "");
        for (var name : DATABASES) {
            var database = client.getDatabase(name);
            for (var collection : database.listCollectionNames()) {
                var documents = database.getCollection(collection, BsonDocument.class);
                documents.find().forEach(each -> {
                    if (each.toJson().contains(id) || each.toJson().contains(influencer)) {
                        kept.add(new Kept(documents, each));
                    }
                });
            }
        }
    }

    int documentsOfEach() {
        return kept.size();
    }

    void add(int profiles) {
        for (int left = profiles; left > 0; left -= BULK) {
            int number = Math.min(left, BULK);
            var names = new ArrayList<Names>();
            for (int n = 0; n < number; n++) {
                names.add(
                        new Names(id, UUID.randomUUID().toString(), influencer, "%016x".formatted(random.nextLong())));
            }
            for (var each : kept) {
                each.collection()
                        .insertMany(names.stream()
                                .map(name -> name.in(each.document()).asDocument())
                                .toList());
            }
        }
    }

    /** Which names become which others, wherever they stand in a document. */
    private record Names(String id, String otherId, String influencer, String otherInfluencer) {

        BsonValue in(BsonValue value) {
            if (value.isDocument()) {
                var copy = new BsonDocument();
                value.asDocument().forEach((name, each) -> copy.append(in(name), in(each)));
                return copy;
            }
            if (value.isArray()) {
                return new BsonArray(value.asArray().stream().map(this::in).toList());
            }
            if (value.isString()) {
                return new BsonString(in(value.asString().getValue()));
            }
            return value.isBinary() ? in(value.asBinary()) : value;
        }

        private BsonBinary in(BsonBinary bytes) {
            var text = new String(bytes.getData(), StandardCharsets.ISO_8859_1);
            return new BsonBinary(bytes.getType(), in(text).getBytes(StandardCharsets.ISO_8859_1));
        }

        private String in(String text) {
            return text.replace(id, otherId)
                    .replace(id.replace('-', '.'), otherId.replace('-', '.'))
                    .replace(influencer, otherInfluencer);
        }
    }
}

package dev.vouch.chassis.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import dev.vouch.chassis.aggregate.StoredDocument;
import dev.vouch.chassis.event.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.Document;

/** Some documents of one store that have something to publish. */
final class OutboxPage {

    /** At most so many: with the bounds of an outbox a page stays far below the heap of a small service. */
    static final int DOCUMENTS = 200;

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<BsonDocument> collection;
    private final List<BsonDocument> documents;

    private OutboxPage(MongoCollection<BsonDocument> collection, List<BsonDocument> documents) {
        this.collection = collection;
        this.documents = documents;
    }

    /** @param without ids that are left alone for now */
    static OutboxPage of(MongoCollection<BsonDocument> collection, Set<String> without) {
        var filter = new Document("outboxPending", true);
        if (!without.isEmpty()) {
            filter.append("_id", new Document("$nin", List.copyOf(without)));
        }
        var documents = collection
                .find(filter)
                .projection(Projections.include("outbox", "eventSequence"))
                .limit(DOCUMENTS)
                .batchSize(DOCUMENTS)
                .into(new ArrayList<>());
        return new OutboxPage(collection, documents);
    }

    List<Outgoing> events() {
        return documents.stream().flatMap(document -> events(document).stream()).toList();
    }

    boolean isEmpty() {
        return documents.isEmpty();
    }

    /**
     * Publishes everything and empties what the broker acknowledged.
     *
     * @param refused told of each document with an event that the broker will never take
     * @throws KafkaException when the broker is away; then nothing is emptied
     */
    void publish(EventPublisher publisher, BiConsumer<String, KafkaException> refused) {
        try {
            publisher.publish(events());
            empty(documents);
        } catch (KafkaException failed) {
            if (failed instanceof RetriableException) {
                throw failed;
            }
            documents.forEach(document -> publishAlone(document, publisher, refused));
        }
    }

    /** One event spoils its own document only. */
    private void publishAlone(
            BsonDocument document, EventPublisher publisher, BiConsumer<String, KafkaException> refused) {
        try {
            publisher.publish(events(document));
            empty(List.of(document));
        } catch (KafkaException failed) {
            if (failed instanceof RetriableException) {
                throw failed;
            }
            refused.accept(document.getString("_id").getValue(), failed);
        }
    }

    /** Where more was written meanwhile, only the published entries go. */
    private void empty(List<BsonDocument> published) {
        if (published.isEmpty()) {
            return;
        }
        var whole = published.stream().map(OutboxPage::emptyIfUnchanged).toList();
        if (collection.bulkWrite(whole, UNORDERED).getMatchedCount() < published.size()) {
            collection.bulkWrite(published.stream().map(OutboxPage::pull).toList(), UNORDERED);
        }
    }

    private static UpdateOneModel<BsonDocument> emptyIfUnchanged(BsonDocument document) {
        return new UpdateOneModel<>(
                new Document("_id", document.get("_id")).append("eventSequence", last(document)),
                new Document("$set", new Document("outbox", List.of()))
                        .append("$unset", new Document("outboxPending", "")));
    }

    private static UpdateOneModel<BsonDocument> pull(BsonDocument document) {
        var published = new Document("sequence", new Document("$lte", last(document)));
        return new UpdateOneModel<>(
                new Document("_id", document.get("_id")), new Document("$pull", new Document("outbox", published)));
    }

    /** A document that is flagged without entries lost them to another relay; its flag goes by its own sequence. */
    private static long last(BsonDocument document) {
        var outbox = document.getArray("outbox", new BsonArray());
        return outbox.isEmpty()
                ? document.getNumber("eventSequence").longValue()
                : outbox.get(outbox.size() - 1)
                        .asDocument()
                        .getNumber("sequence")
                        .longValue();
    }

    private static List<Outgoing> events(BsonDocument document) {
        return document.getArray("outbox", new BsonArray()).stream()
                .map(entry -> StoredDocument.outgoing(entry.asDocument()))
                .toList();
    }
}

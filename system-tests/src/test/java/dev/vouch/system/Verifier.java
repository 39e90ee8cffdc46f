package dev.vouch.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.vouch.contract.Topic;
import dev.vouch.contract.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

/** Compares what the topics say with what the stores hold. Reads only; knows nothing of how either came about. */
final class Verifier implements AutoCloseable {

    /** Whose documents speak on which topic. */
    private record Voice(String database, String collection, Topic topic) {}

    private static final List<Voice> VOICES = List.of(
            new Voice("vouch_campaign", "campaigns", Topics.CAMPAIGN),
            new Voice("vouch_campaign", "budgets", Topics.BUDGET),
            new Voice("vouch_campaign", "collaborations", Topics.COLLABORATION),
            new Voice("vouch_campaign", "kpis", Topics.KPI),
            new Voice("vouch_discovery", "influencers", Topics.INFLUENCER),
            new Voice("vouch_discovery", "longlist-entries", Topics.LONGLIST),
            new Voice("vouch_discovery", "longlists", Topics.LONGLIST),
            new Voice("vouch_scoring", "scorecards", Topics.SCORE),
            new Voice("vouch_scoring", "candidates", Topics.CANDIDATE),
            new Voice("vouch_scoring", "shortlists", Topics.SHORTLIST),
            new Voice("vouch_outreach", "contacts", Topics.CONTACT));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MongoClient stores;
    private final Log log;

    Verifier(String databaseUri, Log log) {
        this.stores = MongoClients.create(databaseUri);
        this.log = log;
    }

    /** Of a history every event is there, 1 to n; of a state the newest; and n is what the document counts. */
    void noEventIsLost() {
        for (var voice : VOICES) {
            var said = sequences(voice.topic());
            for (var document : documents(voice)) {
                var id = document.getString("_id");
                var counted = document.get("eventSequence", Number.class).longValue();
                if (counted > 0) {
                    var sequences = said.getOrDefault(id, new TreeSet<>());
                    assertThat(sequences)
                            .as("%s of %s", voice.topic().name(), id)
                            .isNotEmpty()
                            .contains(counted);
                    if (voice.topic().kind() == Topic.Kind.HISTORY) {
                        assertThat(sequences)
                                .as("%s of %s", voice.topic().name(), id)
                                .containsExactlyElementsOf(LongStream.rangeClosed(1, counted)
                                        .boxed()
                                        .toList());
                    }
                }
            }
        }
    }

    /** Whoever repeats an event repeats its bytes, and nothing overtakes what came before it. */
    void eventsAreRepeatedUnchangedAndInOrder() {
        for (var topic : topics()) {
            var hashes = new HashMap<String, Integer>();
            var highest = new HashMap<String, Long>();
            for (var record : log.read(topic.name())) {
                var headers = Log.headers(record);
                var id = headers.get("ce_id");
                var hash = Arrays.hashCode(record.value());
                assertThat(hashes.merge(id, hash, (one, other) -> one))
                        .as("%s %s", topic.name(), id)
                        .isEqualTo(hash);
                var sequence = Long.parseLong(headers.get("ce_sequence"));
                var before = highest.getOrDefault(headers.get("ce_subject"), 0L);
                if (topic.kind() == Topic.Kind.HISTORY) {
                    assertThat(sequence)
                            .as("%s of %s", topic.name(), headers.get("ce_subject"))
                            .isLessThanOrEqualTo(before + 1);
                }
                highest.merge(headers.get("ce_subject"), sequence, Math::max);
            }
        }
    }

    /** At no prefix of the log is more reserved than there is. */
    void noBudgetIsEverExceeded() throws IOException {
        var budgets = log.read(Topics.BUDGET.name());
        for (var record : budgets) {
            var event = JSON.readTree(record.value());
            assertThat(event.path("reservedMinorUnits").asLong())
                    .as(event.toString())
                    .isLessThanOrEqualTo(event.path("budgetMinorUnits").asLong());
        }
        assertThat(budgets).isNotEmpty();
    }

    /** What was handed in and acknowledged came to some end. */
    void everySubmissionHasAnOutcome(String database, Collection<String> eventIds) {
        var found = new HashSet<String>();
        stores.getDatabase(database)
                .getCollection("submissions")
                .find()
                .forEach(each -> found.add(each.getString("_id")));
        assertThat(found).as("submissions in %s", database).containsAll(eventIds);
    }

    /** Events of any store that still wait for the broker. */
    boolean outboxesAreEmpty() {
        return VOICES.stream()
                .allMatch(voice -> stores.getDatabase(voice.database())
                                .getCollection(voice.collection())
                                .find(new Document("outboxPending", true))
                                .first()
                        == null);
    }

    private List<Document> documents(Voice voice) {
        return stores.getDatabase(voice.database())
                .getCollection(voice.collection())
                .find()
                .into(new ArrayList<>());
    }

    private Map<String, Set<Long>> sequences(Topic topic) {
        var sequences = new LinkedHashMap<String, Set<Long>>();
        for (ConsumerRecord<byte[], byte[]> record : log.read(topic.name())) {
            var headers = Log.headers(record);
            sequences
                    .computeIfAbsent(headers.get("ce_subject"), subject -> new TreeSet<>())
                    .add(Long.parseLong(headers.get("ce_sequence")));
        }
        return sequences;
    }

    private static Set<Topic> topics() {
        return VOICES.stream().map(Voice::topic).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        stores.close();
    }
}

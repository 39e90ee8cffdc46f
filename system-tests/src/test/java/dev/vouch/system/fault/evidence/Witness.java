package dev.vouch.system.fault.evidence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.vouch.local.platform.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Collects the evidence of one installation. Reads only, and asks no service. */
public final class Witness implements AutoCloseable {

    /** How long an installation may take to come to rest after the last fault. */
    public static final Duration TO_REST = Duration.ofSeconds(60);

    private final Log log;
    private final MongoClient stores;
    private final Path smtpLog;
    private final List<Channels.Channel> channels;

    public Witness(Path home, String bootstrapServers, String databaseUri, Path smtpLog) {
        this.log = new Log(bootstrapServers);
        this.stores = MongoClients.create(databaseUri);
        this.smtpLog = smtpLog;
        this.channels = Channels.of(home);
    }

    public Log log() {
        return log;
    }

    /** Whether nobody has anything left to do: no record unread, no event unpublished. */
    public boolean isQuiet() {
        return channels.stream().allMatch(channel -> log.lag(channel.topic(), channel.group()) == 0)
                && Voice.ALL.stream().allMatch(this::hasNothingToSay);
    }

    private boolean hasNothingToSay(Voice voice) {
        return find(voice.collection(), new Document("outboxPending", true)).isEmpty();
    }

    public Evidence collect(Acknowledged acknowledged, List<Instant> disturbances) throws IOException {
        var topics = new LinkedHashMap<String, List<Said>>();
        for (var topic : Topics.ofContract().names()) {
            topics.put(topic, log.read(topic));
        }
        var collections = new LinkedHashMap<String, List<Document>>();
        for (var service : Channels.SERVICES) {
            var database = "vouch_" + service;
            for (var collection : stores.getDatabase(database).listCollectionNames()) {
                collections.put(database + "." + collection, find(database + "." + collection, new Document()));
            }
        }
        var lags = new LinkedHashMap<String, Long>();
        channels.forEach(channel -> lags.put(channel.group(), log.lag(channel.topic(), channel.group())));
        return new Evidence(
                topics,
                collections,
                mails(),
                acknowledged,
                channels,
                Map.copyOf(lags),
                Mail.withheldIn(smtpLog()),
                disturbances);
    }

    public List<Mail> mails() throws IOException {
        return Mail.in(smtpLog());
    }

    private String smtpLog() throws IOException {
        return Files.exists(smtpLog) ? Files.readString(smtpLog) : "";
    }

    public List<Document> find(String collection, Document filter) {
        var dot = collection.indexOf('.');
        return stores.getDatabase(collection.substring(0, dot))
                .getCollection(collection.substring(dot + 1))
                .find(filter)
                .into(new ArrayList<>());
    }

    @Override
    public void close() {
        log.close();
        stores.close();
    }
}

package dev.vouch.system.bench;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.load.Client;
import dev.vouch.system.fault.load.Marketing;
import dev.vouch.system.fault.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * Campaigns are launched while nobody relays, one event for each; then the service may, and says them all. A campaign is launched
 * by REST, the others are copies of its document under ids of their own. The other services rest. The first round warms up.
 */
final class RelayBench {

    private static final String SERVICE = "campaign-service";
    private static final String DATABASE = "vouch_campaign";
    private static final int EVENTS = 10_000;
    private static final int ROUNDS = 3;
    private static final int BULK = 1_000;

    private final Site site;
    private final Marketing marketing;
    private final int events;
    private final List<Round> rounds = new ArrayList<>();

    private record Round(double perSecond, Map<String, Long> cpu) {}

    private RelayBench(Site site, Marketing marketing, int events) {
        this.site = site;
        this.marketing = marketing;
        this.events = events;
    }

    static Map<String, Object> measure(Site site, Options options) throws IOException {
        Site.SERVICES.stream()
                .filter(name -> !name.equals(SERVICE))
                .forEach(name -> site.unit(name).stop());
        var client = new Client(
                () -> List.of(site.unit(SERVICE).address()), site.folder().resolve("security"));
        var bench = new RelayBench(site, new Marketing(client, new Acknowledged()), options.eventsOr(EVENTS));
        bench.round();
        var neighbours = new Neighbours();
        Recording.during(() -> bench.rounds(options.roundsOr(ROUNDS)), site, List.of(SERVICE), options.jfr());
        return bench.figures(neighbours);
    }

    private void rounds(int number) {
        for (int n = 0; n < number; n++) {
            rounds.add(round());
        }
    }

    private Round round() {
        try (var client = MongoClients.create(site.databaseUri());
                var topic = new TopicWatch(site.bootstrapServers(), Topics.CAMPAIGN.name())) {
            var campaigns = client.getDatabase(DATABASE).getCollection("campaigns", BsonDocument.class);
            HeldRelay.during(() -> launchAndCopy(campaigns), client, DATABASE);
            var cpu = new CpuMeter(site, List.of(SERVICE, Site.BROKER, Site.STORE));
            var said = topic.awaitCount(events);
            return new Round(said.events() * 1e9 / said.nanos(), cpu.used());
        }
    }

    private void launchAndCopy(MongoCollection<BsonDocument> campaigns) {
        campaigns.deleteMany(new BsonDocument());
        var id = marketing.draft(100_000);
        marketing.launch(id);
        var launched = campaigns.find(Filters.eq("_id", id)).first();
        var copies = new ArrayList<BsonDocument>(BULK);
        for (int n = 1; n < events; n++) {
            copies.add(copy(launched));
            if (copies.size() == BULK || n == events - 1) {
                campaigns.insertMany(copies);
                copies.clear();
            }
        }
    }

    private static BsonDocument copy(BsonDocument launched) {
        var id = new BsonString(UUID.randomUUID().toString().replace("-", ""));
        var copy = launched.clone();
        copy.put("_id", id);
        for (var entry : copy.getArray("outbox")) {
            entry.asDocument().put("key", id);
            entry.asDocument().getDocument("headers").put("ce_subject", id);
            entry.asDocument()
                    .getDocument("headers")
                    .put("ce_id", new BsonString(UUID.randomUUID().toString()));
        }
        return copy;
    }

    private Map<String, Object> figures(Neighbours neighbours) {
        var perSecond = rounds.stream().mapToDouble(Round::perSecond).sorted().toArray();
        var cpu = new LinkedHashMap<String, Long>();
        rounds.forEach(round -> round.cpu().forEach((name, micros) -> cpu.merge(name, micros, Long::sum)));
        cpu.replaceAll((name, micros) -> micros / events / rounds.size());
        var figures = new LinkedHashMap<String, Object>();
        figures.put("eventsPerRound", events);
        figures.put("eventsPerSecond", Math.round(perSecond[perSecond.length / 2]));
        figures.put(
                "eventsPerSecondOfEachRound",
                rounds.stream().map(round -> Math.round(round.perSecond())).toList());
        figures.put("cpuMicrosPerEvent", cpu);
        figures.put("neighboursPercent", neighbours.percent());
        return figures;
    }
}

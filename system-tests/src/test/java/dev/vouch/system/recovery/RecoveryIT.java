package dev.vouch.system.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.vouch.local.recovery.Backup;
import dev.vouch.local.recovery.Holding;
import dev.vouch.local.recovery.Rebuild;
import dev.vouch.local.recovery.Restore;
import dev.vouch.system.fault.evidence.Channels;
import dev.vouch.system.fault.invariant.Invariant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Projections are thrown away and come back the same; a store is lost, an older backup takes its place, and nobody is written to twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecoveryIT {

    private static final int PROFILES = 200;

    /** Fewer would prove nothing. */
    private static final Map<String, Integer> AT_LEAST = Map.of(
            "vouch_scoring.scorecards", PROFILES,
            "vouch_campaign.shortlists", 3,
            "vouch_campaign.answers", 2,
            "vouch_outreach.plans", 3,
            "vouch_outreach.campaigns", 3);

    @TempDir
    private static Path folder;

    private static Ground ground;
    private static List<String> people;
    private static String acceptedEarly;
    private static String declinedEarly;
    private static String sentLate;
    private static String optedOutLate;
    private static String tooSoon;
    private static String ofCancelled;

    /** Two people are written to and answer; the contacts that matter later are prepared. */
    @BeforeAll
    static void people_are_written_to() throws IOException {
        ground = new Ground(folder.resolve("data"));
        ground.flood.profiles(PROFILES);
        ground.flood.changingProfiles(60, 20, 1);
        ground.flood.changingProfiles(60, 20, 2);
        people = ground.drill.people(List.of(
                "yes@drill.example",
                "no@drill.example",
                "late@drill.example",
                "stop@drill.example",
                "cancelled@drill.example",
                "young@drill.example",
                "new@drill.example"));
        acceptedEarly = ground.preparedContact(people.get(0), ground.draft());
        declinedEarly = ground.preparedContact(people.get(1), ground.draft());
        sentLate = ground.preparedContact(people.get(2), ground.draft());
        optedOutLate = ground.preparedContact(people.get(3), ground.draft());
        ground.drill.approve(acceptedEarly);
        ground.drill.approve(declinedEarly);
        ground.awaitState(acceptedEarly, "SENT");
        ground.awaitState(declinedEarly, "SENT");
        ground.drill.reply(acceptedEarly, "Ja, gerne!");
        ground.drill.reply(declinedEarly, "Nein, danke.");
        ground.await(
                "two answers",
                () -> ground.witness
                                .find("vouch_campaign.answers", new org.bson.Document("state.unheeded", false))
                                .size()
                        >= 2);
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    @Order(1)
    void every_collection_is_declared_as_source_projection_or_technical() {
        var existing = new ArrayList<String>();
        try (var client = MongoClients.create(ground.site.databaseUri())) {
            for (var service : Channels.SERVICES) {
                client.getDatabase("vouch_" + service)
                        .listCollectionNames()
                        .forEach(name -> existing.add("vouch_" + service + "." + name));
            }
        }

        assertThat(existing)
                .containsExactlyInAnyOrderElementsOf(
                        Holding.all().stream().map(Holding::name).toList());
    }

    @Test
    @Order(2)
    void every_projection_comes_back_the_same_and_nothing_is_said_or_sent_for_it() throws IOException {
        ground.awaitQuiet();
        ground.stopServices();
        var before = ProjectionHashes.of(ground.witness);
        var factsBefore = ground.facts();
        var mailsBefore = ground.recipients();

        try (var databases = ground.databases();
                var log = ground.log()) {
            var rebuild = new Rebuild(databases, log, Clock.systemUTC());
            List.of("campaign", "scoring", "outreach").forEach(service -> rebuild.of(service, System.out::println));
        }
        assertThat(ProjectionHashes.of(ground.witness))
                .allSatisfy((name, contents) ->
                        assertThat(contents.documents()).as(name).isZero());
        ground.startServices();
        ground.await("sending unlocked", () -> !locked());
        ground.awaitQuiet();

        assertThat(before)
                .containsOnlyKeys(AT_LEAST.keySet())
                .allSatisfy((name, contents) ->
                        assertThat(contents.documents()).as(name).isGreaterThanOrEqualTo(AT_LEAST.get(name)));
        ground.await(
                "the answers to be heeded",
                () -> ProjectionHashes.of(ground.witness).equals(before));
        assertThat(ground.facts()).isEqualTo(factsBefore);
        assertThat(ground.recipients()).isEqualTo(mailsBefore);
    }

    @Test
    @Order(3)
    void after_an_older_backup_was_restored_nobody_is_written_to_twice() throws IOException {
        // given: approved before the backup but held back, and of a campaign that is cancelled after it
        tooSoon = ground.preparedContact(people.get(0), ground.draft());
        ground.drill.approve(tooSoon);
        var cancelled = ground.draft();
        ofCancelled = ground.preparedContact(people.get(4), cancelled);
        ground.awaitQuiet();
        ground.stopServices();
        var file = folder.resolve("backup.zip");
        try (var databases = ground.databases();
                var log = ground.log()) {
            new Backup(databases, log, Clock.systemUTC()).to(file, System.out::println);
        }
        ground.startServices();

        // and: what only the log remembers
        ground.drill.approve(sentLate);
        ground.drill.approve(optedOutLate);
        ground.marketing.cancel(cancelled);
        var young = ground.preparedContact(people.get(5), ground.draft());
        ground.drill.approve(young);
        for (var contact : List.of(sentLate, optedOutLate, young)) {
            ground.awaitState(contact, "SENT");
        }
        ground.drill.reply(optedOutLate, "STOPP");
        ground.await(
                "the opt-out",
                () -> ground.witness.log().read("vouch.outreach.contact").stream()
                        .anyMatch(said -> said.subject().equals(optedOutLate)
                                && said.type().equals("contact.opted-out")));
        ground.awaitQuiet();

        // when
        ground.loseStore();
        try (var databases = ground.databases();
                var log = ground.log()) {
            new Restore(databases, log, Clock.systemUTC()).from(file, false, System.out::println);
        }
        // discovery knows the address of the youngest contact, so without it the ledger cannot catch up
        for (var name : List.of("outreach-service", "campaign-service", "scoring-service")) {
            ground.site.unit(name).start();
        }
        ground.site.unit("outreach-service").awaitReady();

        // then: locked
        assertThat(locked()).isTrue();
        assertThat(ground.outreach.post("outreach-sender", "contacts/" + sentLate + "/approval", "", ""))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(409))
                .satisfies(answer -> assertThat(answer.body().toString()).contains("sending.locked"));
        ground.await("most is brought in", () -> sending().path("broughtIn").asInt() >= 3);
        assertThat(locked()).isTrue();

        ground.site.unit("discovery-service").start();
        ground.await("sending unlocked", () -> !locked());
        for (var name : List.of("discovery-service", "campaign-service", "scoring-service")) {
            ground.site.unit(name).awaitReady();
        }
        ground.awaitQuiet();

        // and: the ledger knows what the log knows
        assertThat(List.of(acceptedEarly, declinedEarly, sentLate, optedOutLate, young))
                .allSatisfy(contact -> assertThat(ground.drill.stateOf(contact)).isEqualTo("SENT"));
        assertThat(ground.drill.stateOf(tooSoon)).isEqualTo("UNKNOWN");
        ground.awaitState(ofCancelled, "CANCELLED");

        // and: new people are written to, the one who opted out is not, and no sequence is taken twice
        var fresh = ground.preparedContact(people.get(6), ground.draft());
        ground.drill.approve(fresh);
        ground.awaitState(fresh, "SENT");
        var again = ground.preparedContact(people.get(3), ground.draft());
        var basis = "{\"kind\":\"EXPRESS_CONSENT\",\"evidence\":\"a drill\"}";
        ground.outreach.post("outreach-sender", "contacts/" + again + "/basis", "", basis);
        assertThat(ground.outreach
                        .post("outreach-sender", "contacts/" + again + "/approval", "", "")
                        .body()
                        .toString())
                .contains("contact.suppressed");
        ground.awaitQuiet();
        assertThat(ground.recipients()).doesNotHaveDuplicates().hasSize(6);
        var evidence = ground.evidence();
        assertThat(Invariant.ALL.stream()
                        .filter(each -> List.of("I4", "I7", "I8").contains(each.id())))
                .allSatisfy(each -> assertThat(each.check(evidence).holds())
                        .as(each.check(evidence).toString())
                        .isTrue());
    }

    private static boolean locked() {
        return sending().path("locked").asBoolean();
    }

    private static com.fasterxml.jackson.databind.JsonNode sending() {
        return ground.outreach.get("outreach-sender", "sending").body();
    }
}

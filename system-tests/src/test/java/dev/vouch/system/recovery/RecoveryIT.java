package dev.vouch.system.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClients;
import dev.vouch.local.recovery.Holding;
import dev.vouch.local.recovery.Rebuild;
import dev.vouch.system.fault.evidence.Channels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Projections are thrown away and come back the same, on real processes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecoveryIT {

    private static final int PROFILES = 200;

    /** Fewer would prove nothing. */
    private static final Map<String, Integer> AT_LEAST = Map.of(
            "vouch_scoring.scorecards", PROFILES,
            "vouch_scoring.rescorings", PROFILES,
            "vouch_campaign.shortlists", 3,
            "vouch_campaign.answers", 2,
            "vouch_outreach.plans", 3,
            "vouch_outreach.campaigns", 3);

    @TempDir
    private static Path folder;

    private static Ground ground;

    /** Two people are written to and answer. */
    @BeforeAll
    static void people_are_written_to() throws IOException {
        ground = new Ground(folder.resolve("data"));
        ground.flood.profiles(PROFILES);
        ground.flood.changingProfiles(60, 20, 1);
        ground.flood.changingProfiles(60, 20, 2);
        var people = ground.drill.people(List.of("yes@drill.example", "no@drill.example", "late@drill.example"));
        var accepting = ground.preparedContact(people.get(0), ground.draft());
        var declining = ground.preparedContact(people.get(1), ground.draft());
        ground.preparedContact(people.get(2), ground.draft());
        ground.drill.approve(accepting);
        ground.drill.approve(declining);
        ground.awaitState(accepting, "SENT");
        ground.awaitState(declining, "SENT");
        ground.drill.reply(accepting, "Ja, gerne!");
        ground.drill.reply(declining, "Nein, danke.");
        ground.await(
                "two answers",
                () -> ground.witness
                                .find("vouch_campaign.answers", new Document("state.unheeded", false))
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

    private static boolean locked() {
        return sending().path("locked").asBoolean();
    }

    private static JsonNode sending() {
        return ground.outreach.get("outreach-sender", "sending").body();
    }
}

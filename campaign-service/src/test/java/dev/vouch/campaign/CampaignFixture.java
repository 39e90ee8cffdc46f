package dev.vouch.campaign;

import static dev.vouch.testkit.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.security.Role;
import dev.vouch.contract.ContactChannel;
import dev.vouch.contract.outreach.InfluencerAcceptedV1;
import dev.vouch.contract.scoring.ShortlistApprovedV1;
import dev.vouch.testkit.TopicWriter;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/** Campaigns and people of this service's tests, all invented. What others would say is said on their topics. */
public final class CampaignFixture {

    public static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    public static final String DUE = "2099-12-31";

    private CampaignFixture() {}

    public static Map<String, Object> plan(long budgetMinorUnits, List<Map<String, Object>> kpis) {
        var plan = new LinkedHashMap<String, Object>();
        plan.put("name", "Hüttenzauber");
        plan.put("product", "Rucksack aus Segeltuch");
        plan.put(
                "brief",
                Map.of(
                        "topics",
                        List.of(Map.of("word", "Wandern", "weight", 2)),
                        "platforms",
                        List.of("instagram"),
                        "languages",
                        List.of("de")));
        plan.put("budgetMinorUnits", budgetMinorUnits);
        plan.put("currency", "EUR");
        plan.put("shortlistSize", 12);
        plan.put("periodFrom", "2026-12-01");
        plan.put("periodUntil", DUE);
        plan.put("kpis", kpis);
        return plan;
    }

    public static Map<String, Object> kpi(String id, String unit, double target) {
        return Map.of(
                "id", id, "unit", unit, "target", target, "measuringRule", "as the platform shows it", "dueOn", DUE);
    }

    public static String drafted(Map<String, Object> plan) {
        return post("/campaigns", plan, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String launched(long budgetMinorUnits, List<Map<String, Object>> kpis) {
        var campaign = drafted(plan(budgetMinorUnits, kpis));
        post("/campaigns/" + campaign + "/launch").then().statusCode(200);
        return campaign;
    }

    public static String launched(long budgetMinorUnits) {
        return launched(budgetMinorUnits, List.of(kpi("engagements", "interactions", 1_000)));
    }

    /** The same ceiling for each of so many people. */
    public static List<String> shortlisted(String campaign, int people, long ceilingMinorUnits) {
        var ids = IntStream.range(0, people)
                .mapToObj(number -> "instagram-%016x".formatted(number + 1))
                .toList();
        var entries = ids.stream()
                .map(id -> new ShortlistApprovedV1.Entry(id, 70.0, ceilingMinorUnits))
                .toList();
        var approved = new ShortlistApprovedV1(campaign, 1, "mara", NOW, "EUR", entries);
        TopicWriter.fact("/scoring-service", campaign, campaign, 1, NOW, approved);
        return ids;
    }

    /** Returns the contact's id. */
    public static String accepted(String campaign, String influencer, @Nullable Long askedFeeMinorUnits) {
        var contact = campaign + "." + influencer;
        var currency = askedFeeMinorUnits == null ? null : "EUR";
        var accepted = new InfluencerAcceptedV1(
                contact, campaign, influencer, ContactChannel.EMAIL, 1, NOW, askedFeeMinorUnits, currency);
        TopicWriter.fact("/outreach-service", contact, contact, 1, NOW, accepted);
        return contact;
    }

    /** The only collaboration of the campaign, once it is in the state. */
    public static String collaboration(String campaign, String state) {
        var path = "/campaigns/" + campaign + "/collaborations";
        eventually()
                .untilAsserted(() ->
                        assertThat(get(path).jsonPath().getList("items.state")).containsExactly(state));
        return get(path).path("items[0].id");
    }

    public static ConditionFactory eventually() {
        return Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofSeconds(30));
    }

    public static Response get(String path) {
        return as(Role.VIEWER).get("/api/v1" + path);
    }

    public static Response post(String path) {
        return as(Role.CAMPAIGN_MANAGER).post("/api/v1" + path);
    }

    public static Response post(String path, Object body) {
        return as(Role.CAMPAIGN_MANAGER).body(body).post("/api/v1" + path);
    }

    public static Response post(String path, Object body, String key) {
        return as(Role.CAMPAIGN_MANAGER)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1" + path);
    }

    public static Response postAgain(String path, String key) {
        return as(Role.CAMPAIGN_MANAGER).header("Idempotency-Key", key).post("/api/v1" + path);
    }
}

package dev.vouch.chassis.observability;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.security.TestIssuer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a service says about itself, without broker and store. */
@QuarkusTest
@WithTestResource(TestIssuer.class)
class PublicFacesTest {

    @Inject
    Metrics metrics;

    @Test
    void it_is_alive_without_broker_and_store() {
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void it_is_not_ready_without_broker_and_store_and_says_so_quickly() {
        var answer = given().get("/q/health/ready");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.<String>path("checks.find { it.name == 'serving' }.data.store"))
                .isEqualTo("does not answer");
        assertThat(answer.<String>path("checks.find { it.name == 'serving' }.data.broker"))
                .isEqualTo("does not answer");
        assertThat(answer.time()).isLessThan(Duration.ofSeconds(4).toMillis());
    }

    /** Renaming one of these is a change for every operator. */
    @Test
    void the_metrics_have_the_names_that_alerts_use() {
        metrics.duplicates("influencers", 2);
        metrics.gaps("contacts", 1);
        metrics.skipped("contacts", 4);
        metrics.deadLetter("vouch.campaign.campaign", "invalid");
        metrics.endToEnd("contacts", Duration.ofSeconds(3));

        assertThat(given().get("/q/metrics").asString())
                .contains("vouch_outbox_pending_events ")
                .contains("vouch_outbox_oldest_age_seconds ")
                .contains("vouch_consumer_duplicates_total{channel=\"influencers\"} 2.0")
                .contains("vouch_consumer_gaps_total{channel=\"contacts\"} 1.0")
                .contains("vouch_consumer_skipped_total{channel=\"contacts\"} 4.0")
                .contains("vouch_dlq_records_total{reason=\"invalid\",topic=\"vouch.campaign.campaign\"} 1.0")
                .contains("vouch_event_end_to_end_seconds_sum{channel=\"contacts\"} 3.0");
    }

    @Test
    void the_interface_describes_itself() {
        var document = given().get("/q/openapi?format=json").jsonPath();

        assertThat(document.<Object>get("paths['/api/v1/cakes'].post.responses['default']['$ref']"))
                .isEqualTo("#/components/responses/Problem");
        assertThat(document.<Object>get("paths['/api/v1/cakes'].post.parameters.name"))
                .asString()
                .contains("Idempotency-Key", "If-Match");
        assertThat(document.<Object>get("components.schemas.CakeView")).isNotNull();
        assertThat(document.<Object>get("components.schemas.Problem.properties.violations"))
                .isNotNull();
        assertThat(given().get("/q/swagger-ui/").statusCode()).isEqualTo(200);
    }
}

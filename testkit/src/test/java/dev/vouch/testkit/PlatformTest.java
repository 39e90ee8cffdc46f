package dev.vouch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.contract.discovery.InfluencerErasedV1;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlatformTest {

    private static final Platform PLATFORM = new Platform();
    private static Map<String, String> settings = Map.of();

    @BeforeAll
    static void start() {
        settings = PLATFORM.start();
        settings.forEach(System::setProperty);
    }

    @AfterAll
    static void stop() {
        PLATFORM.stop();
        settings.keySet().forEach(System::clearProperty);
    }

    @Test
    void an_event_is_read_as_it_was_written() {
        var time = Instant.parse("2026-03-01T10:00:00Z");
        TopicWriter.fact(
                "/discovery-service",
                "tiktok-3f9c1a7be2d04586",
                "tiktok-3f9c1a7be2d04586",
                3,
                time,
                new InfluencerErasedV1("tiktok-3f9c1a7be2d04586", time));

        var events = TopicReader.topic("vouch.discovery.influencer")
                .of("tiktok-3f9c1a7be2d04586")
                .until("influencer.erased");

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.sequence()).isEqualTo(3);
            assertThat(event.key()).isEqualTo("tiktok-3f9c1a7be2d04586");
            assertThat(event.data().path("erasedAt").asText()).isEqualTo("2026-03-01T10:00:00Z");
        });
    }

    @Test
    void every_role_has_a_token() {
        assertThat(Tokens.of("campaign-manager").split("\\.")).hasSize(3);
        assertThat(Tokens.of("service")).isNotEqualTo(Tokens.of("viewer"));
    }
}

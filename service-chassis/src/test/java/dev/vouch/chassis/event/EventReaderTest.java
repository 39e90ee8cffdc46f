package dev.vouch.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.Records;
import dev.vouch.contract.campaign.CampaignCompletedV1;
import dev.vouch.contract.campaign.PostMeasuredV1;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final String TOPIC = "vouch.campaign.campaign";
    private static final String GOOD = """
            {"campaignId":"c1","completedAt":"2026-03-01T09:00:00Z","added":"in the future"}""";
    private static final Map<String, String> HEADERS = Map.of(
            "ce_specversion", "1.0",
            "ce_id", "e1",
            "ce_source", "/campaign-service",
            "ce_type", "dev.vouch.campaign.completed.v1",
            "ce_subject", "c1",
            "ce_time", "2026-03-01T10:00:00+01:00",
            "ce_sequence", "3",
            "content-type", "application/json");

    private final EventReader reader = new EventReader(Set.of(CampaignCompletedV1.class, PostMeasuredV1.class));

    @Test
    void binary_mode_is_read_and_properties_of_the_future_are_ignored() {
        var known = (Reading.Known) read(HEADERS, GOOD);

        assertThat(known.received().event())
                .isEqualTo(new CampaignCompletedV1("c1", Instant.parse("2026-03-01T09:00:00Z")));
        assertThat(known.received().envelope().sequence()).isEqualTo(3);
        assertThat(known.received().envelope().time()).isEqualTo("2026-03-01T09:00:00Z");
    }

    @Test
    void structured_mode_is_read_too() {
        var event = """
                {"specversion":"1.0","id":"e1","source":"/x","type":"dev.vouch.campaign.completed.v1","subject":"c1",
                 "time":"2026-03-01T09:00:00Z","sequence":"3","data":%s}""".formatted(GOOD);

        assertThat(read(Map.of("content-type", "application/cloudevents+json; charset=utf-8"), event))
                .isInstanceOf(Reading.Known.class);
        assertThat(read(Map.of(), event)).isInstanceOf(Reading.Known.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.vouch.campaign.completed.v2", "dev.vouch.budget.reserved.v1", "com.example.other"})
    void a_type_that_is_not_handled_is_skipped(String type) {
        assertThat(read(changed("ce_type", type), "{}")).isInstanceOf(Reading.Unhandled.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id,,id is missing",
        "ce_source,,source is missing",
        "ce_type,,type is missing",
        "ce_subject,,subject is missing",
        "ce_sequence,,sequence is missing",
        "ce_sequence,0,sequence starts at 1: 0",
        "ce_sequence,-1,sequence starts at 1: -1",
        "ce_sequence,9223372036854775808,sequence is not a whole number: 9223372036854775808",
        "ce_time,2026-03-01T09:00:00,time is not an RFC 3339 time with a zone: 2026-03-01T09:00:00",
        "ce_time,+10000-01-01T00:00:00Z,time is not an RFC 3339 time with a zone: +10000-01-01T00:00:00Z",
    })
    void a_broken_envelope_is_invalid(String header, String value, String detail) {
        assertThat(read(changed(header, value), GOOD)).isEqualTo(new Reading.Invalid("envelope", detail, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "5",
                "null",
                "{\"campaignId\":\"c1\"}",
                "{\"campaignId\":null,\"completedAt\":\"2026-03-01T09:00:00Z\"}",
                "{\"campaignId\":7,\"completedAt\":\"2026-03-01T09:00:00Z\"}",
                "{\"campaignId\":\"c1\",\"completedAt\":\"yesterday\"}",
                "{\"campaignId\":\"c1\",\"completedAt\":\"+1000000000-01-01T00:00:00Z\"}",
                "{\"campaignId\":\"c1\\ud800\",\"completedAt\":\"2026-03-01T09:00:00Z\"}",
                "{\"campaignId\":\"c1\",\"campaignId\":\"c2\",\"completedAt\":\"2026-03-01T09:00:00Z\"}",
                "{\"campaignId\":\"c1\",\"completedAt\":\"2026-03-01T09:00:00Z\"} trailing",
            })
    void a_broken_value_is_invalid_with_a_readable_envelope(String value) {
        var invalid = (Reading.Invalid) read(HEADERS, value);

        assertThat(invalid.reason()).isIn("json", "schema");
        assertThat(invalid.detail()).isNotBlank().doesNotContain("java.", "dev.vouch", "Exception");
        assertThat(invalid.envelope()).isNotNull();
    }

    @Test
    void the_schema_explains_what_is_wrong() {
        var invalid = (Reading.Invalid) read(HEADERS, "{\"campaignId\":\"c1\"}");

        assertThat(invalid.reason()).isEqualTo("schema");
        assertThat(invalid.detail()).contains("completedAt").contains("required");
    }

    @Test
    void broken_utf8_is_invalid() {
        var bytes = GOOD.replace("future", "f\u00fcture").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(reader.read(Records.with(TOPIC, "c1", HEADERS, bytes))).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void deep_nesting_is_invalid_and_not_a_crash() {
        var deep = "{\"campaignId\":\"c1\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThat(read(HEADERS, deep)).isInstanceOf(Reading.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "5.5", "-1", "1e400", "true", "12345678901234567890123"})
    void numbers_are_whole_and_no_text(String likes) {
        var value = """
                {"campaignId":"c1","influencerId":"instagram-0123456789abcdef","postId":"p1",
                 "observedAt":"2026-03-01T09:00:00Z","likes":%s}""".formatted(likes);
        var headers = changed("ce_type", "dev.vouch.post.measured.v1");

        assertThat(read(headers, value)).isInstanceOf(Reading.Invalid.class);
        assertThat(read(headers, value.replace(likes, "5"))).isInstanceOf(Reading.Known.class);
    }

    @Test
    void a_record_without_value_is_invalid() {
        assertThat(reader.read(new org.apache.kafka.clients.consumer.ConsumerRecord<>(TOPIC, 0, 0L, null, null)))
                .isInstanceOf(Reading.Invalid.class);
    }

    private Reading read(Map<String, String> headers, String value) {
        return reader.read(Records.with(TOPIC, "c1", headers, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> changed(String header, String value) {
        var headers = new LinkedHashMap<>(HEADERS);
        if (value == null) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        return headers;
    }
}

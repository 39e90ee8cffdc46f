package dev.vouch.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two parsers must not differ in what they take. */
class EventTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T09:00:00Z",
                "2026-03-01T09:00:00.1Z",
                "2026-03-01T09:00:00.123456789Z",
                "2026-03-01T09:00:00+01:00",
                "2026-03-01T23:59:59.999-11:30",
                "2026-03-01T09:00:00-00:00",
                "2024-02-29T00:00:00Z",
                "2026-03-01T09:00Z",
                "2026-03-01T09:00:00.Z",
                "2026-03-01T09:00:00+01",
                "2026-03-01t09:00:00z",
                "2026-03-01T09:00:00+01:00:30",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z"
            })
    void is_what_the_jdk_reads_in_milliseconds(String text) {
        assertThat(EventTime.parse(text))
                .isEqualTo(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-01",
                "2026-03-01 09:00:00Z",
                "2026-03-01T09:00:00",
                "2026-03-01T09:00:00 Z",
                "2026-03-01T09:00:00Z ",
                " 2026-03-01T09:00:00Z",
                "2026-02-29T09:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T09:60:00Z",
                "2026-12-31T23:59:60Z",
                "2016-12-31T23:59:60Z",
                "2026-03-01T09:00:00,5Z",
                "2026-03-01T09:00:00.1234567891Z",
                "2026-03-01T09:00:00+25:00",
                "2026-03-01T09:00:00+0100",
                "2026-03-01T",
                "2026-03T09:00:00Z",
                "2026-03-01T09:00:00Z[Europe/Berlin]",
                "+12026-03-01T09:00:00Z",
                "-0001-03-01T09:00:00Z",
                "٢٠٢٦-03-01T09:00:00Z"
            })
    void anything_else_is_none(String text) {
        assertThatThrownBy(() -> EventTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}

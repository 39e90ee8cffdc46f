package dev.vouch.discovery.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1432 | 1432",
                "1,432 | 1432",
                "1.432 | 1432",
                "48.5M | 48500000",
                "383.1K | 383100",
                "48,5 Tsd. | 48500",
                "1,2 Mio | 1200000",
                "1.234,5 | 1235",
                "1,234.5 | 1235",
                "477900000.00 | 477900000",
                "637000.0 | 637000",
                "2.28E+11 | 228000000000",
                "1.234.567 | 1234567",
                "-5,700 | -5700",
                "12 345 | 12345",
            })
    void a_number_is_read_as_people_write_it(String cell, long number) {
        assertThat(Cells.wholeNumber(cell)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Brazil", "1.2.3x", "12 apples", "0,1%"})
    void what_is_no_number_is_refused(String cell) {
        assertThatThrownBy(() -> Cells.wholeNumber(cell)).isInstanceOf(Cells.NotConvertible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "N/A", "N/A'", "nan", "none", "NULL", "#WERT!", "#VALUE!", "#VALOR!", "#NV"})
    void missing_is_missing(String cell) {
        assertThat(Cells.isMissing(cell)).isTrue();
    }

    @Test
    void zero_is_not_missing() {
        assertThat(Cells.isMissing("0")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1480146151, 2016-11-26T07:42:31Z",
        "1480146151000, 2016-11-26T07:42:31Z",
        "2020-12-31T21:00:12+00:00, 2020-12-31T21:00:12Z",
        "04.06.2007, 2007-06-04T00:00:00Z",
        "20200921, 2020-09-21T00:00:00Z",
        "2019-05-15, 2019-05-15T00:00:00Z",
    })
    void a_time_is_read_in_any_of_its_forms(String cell, Instant time) {
        assertThat(Cells.time(cell)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "@anna.backt, anna.backt",
        "https://www.instagram.com/anna.backt/, anna.backt",
        "https://www.tiktok.com/@anna?lang=de, anna",
        "99.5_zpl, 99.5_zpl",
    })
    void a_handle_is_freed_from_what_surrounds_it(String cell, String handle) {
        assertThat(Cells.handle(cell)).isEqualTo(handle);
    }

    @ParameterizedTest
    @CsvSource({"de, DE", "Germany, DE", "Österreich, AT"})
    void a_country_may_be_spelled_out(String cell, String country) {
        assertThat(Cells.country(cell)).isEqualTo(country);
    }
}

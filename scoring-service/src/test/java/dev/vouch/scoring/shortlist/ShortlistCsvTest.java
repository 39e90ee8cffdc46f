package dev.vouch.scoring.shortlist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortlistCsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1    | \"'=1+1\"",
                "+49     | \"'+49\"",
                "-5      | \"'-5\"",
                "@name   | \"'@name\"",
                "a\"b    | \"a\"\"b\"",
                "a,b     | \"a,b\""
            })
    void no_cell_is_a_formula(String cell, String written) {
        assertThat(ShortlistCsv.safe(cell)).isEqualTo(written);
    }
}

package dev.vouch.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.decision.Reason;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReasonTextsTest {

    private final ReasonTexts texts = new ReasonTexts();

    @Test
    void numbers_and_money_are_written_as_the_language_writes_them() {
        var reason = Reason.of("cake.too-dear", "priceMinorUnits", 500_000L, "currency", "EUR", "layers", 1_200);

        assertThat(texts.sentence(reason, Locale.US))
                .isEqualTo("The cake would cost 5,000.00 EUR and have 1,200 layers.");
        assertThat(texts.sentence(reason, Locale.GERMANY))
                .isEqualTo("Die Torte würde 5.000,00 EUR kosten und 1.200 Schichten haben.");
    }

    @Test
    void money_of_a_currency_without_minor_units_has_none() {
        var reason = Reason.of("cake.too-dear", "priceMinorUnits", 5_000, "currency", "JPY", "layers", 1);

        assertThat(texts.sentence(reason, Locale.ENGLISH)).startsWith("The cake would cost 5,000 JPY");
    }

    @Test
    void a_currency_that_nobody_knows_leaves_the_number() {
        var reason = Reason.of("cake.too-dear", "priceMinorUnits", 5_000, "currency", "cakes", "layers", 1);

        assertThat(texts.sentence(reason, Locale.ENGLISH)).startsWith("The cake would cost 5,000 and");
    }

    @Test
    void a_language_that_vouch_does_not_speak_and_a_sentence_not_translated_fall_back_to_english() {
        var reason = Reason.of("cake.only-english", "missing", "$1 \\ {layers}");

        assertThat(texts.sentence(reason, Locale.FRENCH)).isEqualTo("Only in English: $1 \\ {layers}.");
        assertThat(texts.sentence(reason, Locale.GERMAN)).isEqualTo("Only in English: $1 \\ {layers}.");
    }

    @Test
    void a_missing_sentence_is_its_code_and_a_missing_fact_its_name() {
        assertThat(texts.sentence(Reason.of("cake.untold"), Locale.GERMAN)).isEqualTo("cake.untold");
        assertThat(texts.sentence(Reason.of("cake.only-english"), Locale.ENGLISH))
                .isEqualTo("Only in English: {missing}.");
    }

    @Test
    void the_first_preferred_language_that_vouch_speaks_wins() {
        assertThat(ReasonTexts.locale(List.of(Locale.FRENCH, Locale.GERMANY, Locale.ENGLISH)))
                .isEqualTo(Locale.GERMAN);
        assertThat(ReasonTexts.locale(List.of())).isEqualTo(Locale.ENGLISH);
    }
}

package dev.vouch.scoring.authenticity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.scoring.authenticity.domain.AccountKindHint.Appearance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountKindHintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lenas.ofenglueck   | Lena Ofenglück          | Heute habe ich mein liebstes Brot gebacken und mir Zeit gelassen   | PERSON",
                "travel_with_tom    | Tom                     | I am so happy, my first marathon. It changed me                    | PERSON",
                "wirsindzweimal     | Mia & Jo                | Ich habe gebacken, mein Mann hat gekocht, wir hatten Hunger        | PERSON",
                "muehlental         | Bäckerei Mühlental      | Unsere Brote gibt es ab heute auch am Samstag. Kommt uns besuchen  | SHOP",
                "fiktivo_germany    | Fiktivo                 | Ab sofort erhältlich: unsere neue Kollektion. Bei uns im Laden     | BRAND",
                "adlerwirt          | Gasthaus Adlerwirt      | Wir haben heute geöffnet. Unser Team freut sich auf euch           | RESTAURANT",
                "svbeispiel07       | SV Beispiel             | Wir gewinnen. Unser Verein dankt euch                              | CLUB",
                "landgenuss         | Landgenuss Magazin      | Unsere neue Ausgabe ist da                                         | MAGAZINE",
                "knusperwerk        | Knusperwerk GmbH        | Neu bei uns im Sortiment                                           | BRAND",
                "stilleswasser      | stilleswasser           | Schöner Tag am See                                                 | UNKNOWN",
            })
    void names_and_voice_tell_who_speaks(String handle, String name, String text, AccountKind kind) {
        // when
        var hint = AccountKindHint.of(new Appearance(AccountKind.UNKNOWN, handle, name, null, List.of(text)));

        // then
        assertThat(hint.kind()).as(hint.toString()).isEqualTo(kind);
    }

    @Test
    void the_german_im_is_not_an_english_i_am() {
        var hint = AccountKindHint.of(new AccountKindHint.Appearance(
                AccountKind.UNKNOWN,
                "lampenstube",
                "Lampenstube Weber",
                null,
                List.of(
                        "Neu im Sortiment und bald im Fenster: die Leuchten aus Ton.",
                        "Unser Team zeigt sie euch im ersten Stock.",
                        "Wir freuen uns auf euch, auch im Advent.")));

        assertThat(hint.kind().organisation()).isTrue();
    }

    @Test
    void a_person_who_blogs_about_a_cafe_stays_a_person() {
        // when
        var hint = AccountKindHint.of(new Appearance(
                AccountKind.UNKNOWN,
                "annas_cafe_tagebuch",
                "Anna",
                null,
                List.of(
                        "Ich war heute in meinem Lieblingscafé",
                        "Mein Kuchen war leider schon weg, das hat mich geärgert")));

        // then
        assertThat(hint.kind().organisation()).isFalse();
        assertThat(hint.reasons()).extracting(reason -> reason.code()).contains("account-kind.word-in-name");
    }

    @Test
    void what_the_source_declares_weighs_most() {
        // when
        var hint =
                AccountKindHint.of(new Appearance(AccountKind.BRAND, "hallo", "Hallo", null, List.of("Schöne Grüße")));

        // then
        assertThat(hint.kind()).isEqualTo(AccountKind.BRAND);
        assertThat(hint.organisationPercent()).isGreaterThan(80);
    }

    @Test
    void who_follows_very_many_is_pointed_out() {
        assertThat(MassFollowing.hint(9_000L, 5_000L)).isPresent();
        assertThat(MassFollowing.hint(1_600L, 1_700L)).isPresent();
        assertThat(MassFollowing.hint(9_000L, 1_700L)).isEmpty();
        assertThat(MassFollowing.hint(200L, 300L)).isEmpty();
        assertThat(MassFollowing.hint(9_000L, null)).isEmpty();
    }
}

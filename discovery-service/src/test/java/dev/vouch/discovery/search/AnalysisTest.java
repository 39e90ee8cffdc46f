package dev.vouch.discovery.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.discovery.search.domain.DetectedLanguage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {

    private static final Analysis ANALYSIS = new Analysis();

    @ParameterizedTest
    @CsvSource({
        "Backen, heute wird gebacken",
        "Backen, sie backt am liebsten nachts",
        "Backen, bäckst du mit?",
        "Backen, Backrezepte für den Herbst",
        "Backen, das Backen mit Kindern",
        "Backen, frisch vom Bäcker",
        "Backen, frisch gebackenes Brot",
        "Backen, #backenmachtglücklich",
        "Backen, Backwahn am Sonntag",
        "Kochen, der nächste Kochkurs",
        "Kochen, ich habe gekocht",
        "Kochen, #kochenmitliebe",
        "Kochen, neues Kochbuch",
        "Kochen, mein Lieblingskoch",
        "Rezept, #veganerezepte",
        "Rezept, die Rezepte im Blog",
        "Rezept, ein Kuchenrezept",
        "Rezept, #rezeptidee",
        "vegan, #veganerezepte",
        "vegan, vegane Küche",
        "vegan, nur für Veganer",
        "vegan, #veganfoodlove",
        "vegan, 𝓿𝓮𝓰𝓪𝓷 genießen",
        "Frühstück, Frühstückskuchen",
        "Frühstück, #frühstücksidee",
        "Frühstück, Fruehstueck im Bett",
        "Frühstück, ausgiebig gefrühstückt",
        "Frühstück, Sonntagsfrühstück",
        "Kuchen, Frühstückskuchen",
        "Bowl, bunte Bowls zum Mittag",
        "Training, heute trainiert",
        "Training, meine Trainerin",
        "Training, Krafttraining am Morgen",
        "Laufen, gelaufen bei Regen",
        "Laufen, eine Läuferin",
        "Yoga, #yogalehrerin",
        "baking, I baked a cake",
        "recipe, new recipes online",
        "vegane Küche, #veganeküche und mehr",
    })
    void a_topic_is_found(String topic, String text) {
        assertThat(ANALYSIS.topics(List.of(topic)).in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Bowl, Bowling mit Freunden",
        "Bowl, #bowlingabend",
        "Backen, mein neuer backpack",
        "Backen, #backpacking in Asien",
        "Backen, Backpacker unterwegs",
        "Backen, back in town",
        "Backen, #backtoschool",
        "Backen, bin back",
        "Kochen, Urlaub in Kochel am See",
        "Kochen, Kochelsee",
        "Buch, schnell noch gebucht",
        "Kuchen, in der Küche",
        "Laufen, der neue Film von @laufen",
        "vegan, https://example.org/vegan",
        "vegane Küche, vegan ist ihre Küche nicht",
        "Rezept, an der Rezeption",
    })
    void a_word_that_only_looks_alike_is_refused(String topic, String text) {
        assertThat(ANALYSIS.topics(List.of(topic)).in(text)).isEmpty();
    }

    @Test
    void the_words_of_the_text_are_the_evidence() {
        var hits = ANALYSIS.topics(List.of("vegan", "Rezept")).in("Mein Rezept 😍 #VeganeRezepte");

        assertThat(hits).hasSize(2);
        assertThat(hits.get(1).words()).containsExactly("Rezept", "#VeganeRezepte");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Heute gibt es bei uns einen Kuchen mit Äpfeln 🍎 #cake #baking #love",
                "de | Noch 3 Stunden, dann geht es los",
                "de | WERBUNG Was esst ihr am liebsten?",
                "en | Had the best day with my girls ❤️ #sonntag #liebe",
                "en | WHO IS READY FOR THE WEEKEND",
                "fr | Une belle journée avec mes amis",
                "nl | Vandaag heb ik een taart gebakken voor het feest",
            })
    void the_running_text_tells_the_language(String language, String text) {
        assertThat(ANALYSIS.languages(text).get(0).code()).isEqualTo(language);
    }

    @Test
    void a_caption_in_two_languages_has_both() {
        var languages = ANALYSIS.languages(
                "Ich freue mich so sehr, dass ihr alle dabei wart und wir das zusammen erleben durften. "
                        + "I am so happy that you all were here and that we could share this together.");

        assertThat(languages).extracting(DetectedLanguage::code).contains("de", "en");
    }

    @ParameterizedTest
    @CsvSource({"😍😍😍", "#food #foodporn", "Hamburg", "Vibes"})
    void too_little_text_says_nothing(String text) {
        assertThat(ANALYSIS.languages(text)).isEmpty();
    }
}

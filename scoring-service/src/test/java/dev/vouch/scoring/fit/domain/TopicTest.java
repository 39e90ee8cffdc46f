package dev.vouch.scoring.fit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {

    private static final List<Topic> TOPICS =
            List.of(new Topic("Backen", 1), new Topic("Rezept", 1), new Topic("vegan", 1));

    @ParameterizedTest
    @CsvSource({
        "Backen, gebacken, true",
        "Backen, backt, true",
        "Backen, bäckt, true",
        "Backen, backpack, false",
        "Kochen, gekocht, true",
        "Rezept, Rezepte, true",
        "Rezept, Lieblingsrezepten, true",
        "vegan, veganer, true",
        "vegan, veganerezepte, true",
        "Frühstück, Frühstückskuchen, true",
        "Frühstück, Sonntagsfrühstück, true",
        "Bowl, Bowling, false",
        "Yoga, Yoghurt, false",
        "Training, Trainingsplan, true",
        "Laufen, gelaufen, true",
        "Run, running, false"
    })
    void forms_and_compounds_belong_to_a_word(String topic, String word, boolean belongs) {
        assertThat(Words.family(topic).has(Words.plain(word))).isEqualTo(belongs);
    }

    @Test
    void letters_of_mathematical_alphabets_are_letters() {
        assertThat(Words.plain("𝓥𝓮𝓰𝓪𝓷")).isEqualTo("vegan");
    }

    @Test
    void a_hashtag_inside_a_sentence_is_said_and_a_row_of_them_is_not() {
        // when
        var caption =
                Caption.of("Heute gibt es #vegane Waffeln mit Beeren\n#food #yummy #backen", List.of("food", "mehr"));

        // then
        assertThat(caption.said()).contains("vegane", "waffeln");
        assertThat(caption.tagged()).containsExactly("food", "yummy", "backen", "mehr");
    }

    @Test
    void a_row_at_the_end_of_a_sentence_is_still_a_row() {
        // when
        var caption = Caption.of("Schönes Wochenende euch #vegan #backen #rezept #food #love", List.of());

        // then
        assertThat(caption.said()).containsExactly("schones", "wochenende", "euch");
        assertThat(caption.tagged()).hasSize(5);
    }

    @Test
    void two_topics_in_sentences_leave_no_doubt() {
        // when
        var post = read("Mein Rezept für vegane Muffins", "Rezept", "vegan");

        // then
        assertThat(post.said()).containsExactly("Rezept", "vegan");
        assertThat(post.strength()).isGreaterThan(0.6);
    }

    @Test
    void long_rows_of_hashtags_count_next_to_nothing() {
        // when
        var few = read("Hallo\n#vegan #rezept #backen", "Rezept", "vegan", "Backen");
        var many = read(
                "Hallo\n#vegan #rezept #backen "
                        + String.join(
                                " ",
                                IntStream.range(0, 20).mapToObj(i -> "#tag" + i).toList()),
                "Rezept",
                "vegan",
                "Backen");

        // then
        assertThat(few.said()).isEmpty();
        assertThat(many.strength()).isLessThan(few.strength()).isLessThan(0.3);
    }

    @Test
    void where_discovery_found_nothing_nothing_is_read_into_a_text() {
        // given
        var reader = new TopicReader(TOPICS, List.of(), false);

        // then
        assertThat(reader.read(post("p1", "Mein Rezept")).orElseThrow().strength())
                .isZero();
    }

    @Test
    void whom_a_person_put_on_the_list_is_read_without_evidence() {
        // given
        var reader = new TopicReader(TOPICS, List.of(), true);

        // then
        assertThat(reader.read(post("p1", "Mein Rezept")).orElseThrow().said()).containsExactly("Rezept");
    }

    @Test
    void a_post_without_text_says_neither_yes_nor_no() {
        assertThat(new TopicReader(TOPICS, List.of(), true).read(post("p1", null)))
                .isEmpty();
    }

    @Test
    void several_clear_posts_weigh_more_than_one_and_the_category_is_only_an_expectation() {
        // given
        var clear = read("Rezept: vegan backen", "Rezept", "vegan", "Backen");
        var other = read("Guten Morgen");

        // then
        assertThat(fit(List.of(clear, clear, clear), false)).isGreaterThan(fit(List.of(clear), false));
        assertThat(fit(List.of(clear), true)).isGreaterThan(fit(List.of(clear), false));
        assertThat(fit(List.of(other), true)).isLessThan(fit(List.of(clear), false));
        assertThat(TopicFit.of(List.of(clear, other), TOPICS, false).clearPosts())
                .isEqualTo(1);
    }

    private static double fit(List<PostTopics> posts, boolean category) {
        return TopicFit.of(posts, TOPICS, category).value();
    }

    private static PostTopics read(String caption, String... found) {
        var evidence = List.of(found).stream()
                .map(topic -> new TopicEvidence(topic, 1, List.of("p1")))
                .toList();
        return new TopicReader(TOPICS, evidence, false)
                .read(post("p1", caption))
                .orElseThrow();
    }

    private static PostText post(String key, @org.jspecify.annotations.Nullable String caption) {
        return new PostText(key, Instant.parse("2026-05-01T00:00:00Z"), caption, List.of(), List.of(), "de");
    }
}

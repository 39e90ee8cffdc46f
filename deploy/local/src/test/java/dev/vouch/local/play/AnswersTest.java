package dev.vouch.local.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private final Answers answers = new Answers("Haferdrinks");

    @Test
    void everybody_who_speaks_finds_words_in_both_languages_and_leaves_no_gap() {
        for (var temper : Temper.values()) {
            if (temper != Temper.STAYS_SILENT) {
                for (var german : new boolean[] {true, false}) {
                    IntStream.range(0, 50)
                            .mapToObj(nth ->
                                    answers.first(temper, german, 115_000, Seed.dice("test", Integer.toString(nth))))
                            .forEach(text -> assertThat(text).isNotBlank().doesNotContain("{", "}"));
                }
            }
        }
    }

    @Test
    void a_dozen_people_show_every_temper() {
        assertThat(IntStream.range(0, 12).mapToObj(Temper::dealt).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Temper.values()));
    }

    @Test
    void most_acceptances_name_the_fee() {
        var named = IntStream.range(0, 100)
                .mapToObj(nth -> answers.acceptance(true, 115_000, Seed.dice("test", Integer.toString(nth))))
                .filter(text -> text.contains("1.150"))
                .count();

        assertThat(named).isBetween(60L, 95L);
    }
}

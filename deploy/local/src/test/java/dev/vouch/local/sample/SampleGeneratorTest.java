package dev.vouch.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.local.sample.Truth.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleGeneratorTest {

    private static final List<String> TOPIC_WORDS = List.of("balkon", "garten", "gärt", "gemüse", "kräuter", "aussaat");

    private final List<Person> people = new Cast(SampleGenerator.SEED).everybody();

    @Test
    void the_same_seed_writes_the_files_that_are_checked_in(@TempDir Path directory) throws IOException {
        SampleGenerator.write(directory);

        for (var file : List.of(SampleFiles.PROFILES, SampleFiles.POSTS, SampleFiles.TRUTH)) {
            assertThat(directory.resolve(file))
                    .hasSameBinaryContentAs(Path.of("../sample").resolve(file));
        }
    }

    @Test
    void another_seed_invents_other_people() {
        assertThat(new Cast(7).everybody()).isNotEqualTo(people);
    }

    @Test
    void about_four_hundred_people_have_names_of_their_own() {
        assertThat(people).hasSizeBetween(380, 420);
        assertThat(people).extracting(person -> person.profile().handle()).doesNotHaveDuplicates();
    }

    @Test
    void addresses_lie_where_no_mail_can_go() throws IOException {
        assertThat(people)
                .flatExtracting(person -> person.profile().emails())
                .allMatch(address -> address.endsWith(".example"));
        assertThat(Files.readString(Path.of("../sample/profiles.csv"))).contains(".example");
    }

    @Test
    void who_is_expected_has_followers_within_the_range_and_who_is_out_of_it_is_not() {
        for (var person : people) {
            long followers = person.profile().followers();
            if (followers < 1_000 || followers > 100_000) {
                assertThat(person.truth().longlisted()).isEqualTo(Answer.NO);
            }
        }
        assertThat(people)
                .extracting(person -> person.profile().followers())
                .contains(999L, 1_000L, 100_000L, 100_001L);
    }

    @Test
    void everybody_who_fits_says_a_topic_word_and_nobody_says_one_who_talks_about_something_else() {
        for (var person : people) {
            var says = person.posts().stream()
                    .map(post -> post.caption().toLowerCase(Locale.GERMAN))
                    .filter(caption -> TOPIC_WORDS.stream().anyMatch(caption::contains))
                    .count();
            switch (Role.valueOf(person.truth().role())) {
                case FITS, STALE, MASS_FOLLOWER ->
                    assertThat(says).isEqualTo(person.posts().size());
                case OTHER_TOPIC, FITS_BY_CATEGORY -> assertThat(says).isZero();
                default -> {}
            }
        }
    }
}

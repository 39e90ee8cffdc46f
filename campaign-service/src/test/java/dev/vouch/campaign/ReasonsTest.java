package dev.vouch.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final Pattern CODE =
            Pattern.compile("\"((?:campaign|budget|offer|collaboration|performance)\\.[a-z-]+)\"");

    @Test
    void every_reason_that_a_domain_gives_has_a_sentence_in_both_languages_and_no_sentence_is_idle()
            throws IOException {
        var given = codesOfTheDomains();

        assertThat(codesIn("reasons_en.properties")).isEqualTo(given);
        assertThat(codesIn("reasons_de.properties")).isEqualTo(given);
    }

    private static Set<String> codesOfTheDomains() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().matches(".*/domain/\\w+\\.java"))
                    .flatMap(file -> CODE.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> codesIn(String resource) throws IOException {
        var sentences = new Properties();
        try (var stream = ReasonsTest.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return new TreeSet<>(sentences.stringPropertyNames());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

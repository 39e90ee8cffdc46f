package dev.vouch.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReasonSentencesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CODE = Pattern.compile("Reason\\s*\\.(?:of|when)\\([^;]*?\"([a-z-]+\\.[a-z-]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @Test
    void every_reason_has_a_sentence_in_both_languages_with_the_same_facts() throws IOException {
        // given
        var english = sentences("reasons_en.properties");
        var german = sentences("reasons_de.properties");

        // then
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var code : english.stringPropertyNames()) {
            assertThat(facts(german.getProperty(code))).as(code).isEqualTo(facts(english.getProperty(code)));
        }
        assertThat(english.stringPropertyNames()).containsAll(usedCodes());
    }

    private static Set<String> usedCodes() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(match -> codes.add(match.group(1)));
            }
        }
        return codes;
    }

    private static Set<String> facts(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }

    private static Properties sentences(String file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(
                ReasonSentencesTest.class.getResourceAsStream("/" + file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}

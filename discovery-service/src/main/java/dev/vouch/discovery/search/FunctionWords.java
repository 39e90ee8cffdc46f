package dev.vouch.discovery.search;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** The articles, pronouns and particles that nobody can write a sentence without: Lucene's stop lists, by language. */
final class FunctionWords {

    private static final Map<String, String> SNOWBALL_LISTS = Map.ofEntries(
            Map.entry("de", "german"),
            Map.entry("en", "english"),
            Map.entry("fr", "french"),
            Map.entry("es", "spanish"),
            Map.entry("it", "italian"),
            Map.entry("pt", "portuguese"),
            Map.entry("nl", "dutch"),
            Map.entry("da", "danish"),
            Map.entry("no", "norwegian"),
            Map.entry("sv", "swedish"),
            Map.entry("fi", "finnish"),
            Map.entry("hu", "hungarian"),
            Map.entry("ru", "russian"));

    /** Word to the languages that have it. */
    private final Map<String, Set<String>> languages = new HashMap<>();

    FunctionWords() {
        SNOWBALL_LISTS.forEach((language, list) -> add(language, snowball(list)));
        add("cs", CzechAnalyzer.getDefaultStopSet());
        add("ro", RomanianAnalyzer.getDefaultStopSet());
        add("tr", TurkishAnalyzer.getDefaultStopSet());
    }

    /**
     * How often each language speaks in these words. A word that several languages have counts for each of them by its share:
     * "der" is strong, "in" is next to nothing.
     */
    Map<String, Double> votes(List<String> words) {
        var votes = new HashMap<String, Double>();
        for (var word : words) {
            var owners = languages.getOrDefault(word, Set.of());
            owners.forEach(language -> votes.merge(language, 1.0 / owners.size(), Double::sum));
        }
        return votes;
    }

    private void add(String language, CharArraySet words) {
        for (var word : words) {
            var text = new String((char[]) word);
            languages.merge(
                    text,
                    Set.of(language),
                    (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream())
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    private static CharArraySet snowball(String list) {
        var resource = list + "_stop.txt";
        try (var in = Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(resource), resource);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(reader);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

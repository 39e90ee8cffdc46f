package dev.vouch.discovery.search;

import dev.vouch.discovery.search.domain.DetectedLanguage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** What a text is about, and in which languages: the same answers for longlist, search and profile. */
@Singleton
public class Analysis {

    /** Lexicons and model are large, and the start of the service need not wait until they are read. */
    private final CompletableFuture<WordKeys> keys = CompletableFuture.supplyAsync(WordKeys::new);

    private final CompletableFuture<LanguageDetection> detection =
            CompletableFuture.supplyAsync(LanguageDetection::new);

    public Topics topics(List<String> words) {
        return new Topics(keys.join(), words);
    }

    /** The strongest first; empty if nothing can be said. */
    public List<DetectedLanguage> languages(String text) {
        return detection.join().languages(text);
    }

    /** The written forms for the index, hashtags with their {@code #}. */
    static Set<String> forms(String text) {
        return Words.of(text).stream()
                .map(word -> word.inTag() ? "#" + word.form() : word.form())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words that somebody looks for. */
    List<Sought> sought(String text) {
        return Words.of(text).stream()
                .map(word -> new Sought(keys.join(), word.form()))
                .toList();
    }
}

package dev.vouch.discovery.search;

import dev.vouch.discovery.search.domain.DetectedLanguage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a text is about, and in which languages: the same answers for longlist, search and profile. */
@Singleton
public class Analysis {

    private final WordKeys keys = new WordKeys();
    private final LanguageDetection detection = new LanguageDetection();

    public Topics topics(List<String> words) {
        return new Topics(keys, words);
    }

    /** The strongest first; empty if nothing can be said. */
    public List<DetectedLanguage> languages(String text) {
        return detection.languages(text);
    }

    /** The keys of each word in a row, for the index. */
    List<Set<String>> ofText(String text) {
        return Words.of(text).stream()
                .flatMap(word -> word.inTag() ? keys.wordsOfTag(word.form()).stream() : Stream.of(word.form()))
                .map(keys::ofText)
                .toList();
    }

    /** The keys of each word that somebody looks for. */
    List<Set<String>> ofQuery(String text) {
        return Words.of(text).stream().map(word -> keys.ofTopic(word.form())).toList();
    }
}

package dev.vouch.discovery.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * Is it an English word? WordNet's index, kept as sorted 64-bit hashes (0.7 MB). Needed because "backpack" and "bowling" look
 * like German words of which they are none.
 */
final class EnglishLexicon {

    private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/index.";
    private static final List<String> PARTS_OF_SPEECH = List.of("noun", "verb", "adj", "adv");

    private final long[] words;

    EnglishLexicon() {
        words = PARTS_OF_SPEECH.stream()
                .flatMapToLong(EnglishLexicon::hashes)
                .distinct()
                .sorted()
                .toArray();
    }

    /** @param lowerCase a base form, or one that WordNet lists of itself, as "bowling" */
    boolean contains(String lowerCase) {
        return Arrays.binarySearch(words, hash(lowerCase)) >= 0;
    }

    boolean isFunctionWord(String lowerCase) {
        return EnglishAnalyzer.getDefaultStopSet().contains(lowerCase);
    }

    /** Also plurals and verb forms, by KStem, which only strips an ending where a known word remains. */
    boolean containsFormOf(String lowerCase) {
        return contains(lowerCase) || contains(EnglishStem.of(lowerCase));
    }

    private static LongStream hashes(String partOfSpeech) {
        var resource = FOLDER + partOfSpeech;
        try (var in = Objects.requireNonNull(EnglishLexicon.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var hashes = LongStream.builder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var end = line.indexOf(' ');
                if (end > 1 && line.lastIndexOf('_', end) < 0) {
                    hashes.add(hash(line.substring(0, end)));
                }
            }
            return hashes.build();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** FNV-1a; among 10^5 words a collision is less likely than one in 10^8. */
    private static long hash(String word) {
        var hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}

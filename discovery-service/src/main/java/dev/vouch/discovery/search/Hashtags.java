package dev.vouch.discovery.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Finds the words in a hashtag that was written as one: #veganerezepte, #veganfoodlove. The words have to be of one language
 * and to fill the tag; fewer words win, and of two equal answers the English one, because German has its compounds anyway.
 */
final class Hashtags {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST_WORD = 24;
    private static final int SHORTEST_COMPOUND = 7;

    /** More than any tag has, yet far from an overflow. */
    private static final int NONE = 1000;

    private final GermanLexicon german;
    private final EnglishLexicon english;
    private final Compounds compounds;

    Hashtags(GermanLexicon german, EnglishLexicon english, Compounds compounds) {
        this.german = german;
        this.english = english;
        this.compounds = compounds;
    }

    List<String> words(String tag) {
        var inEnglish = segment(tag, word -> isEnglish(word) ? 1 : NONE);
        var inGerman = segment(tag, this::germanWords);
        if (inGerman.isEmpty() || (!inEnglish.isEmpty() && inEnglish.size() <= inGerman.size())) {
            return inEnglish;
        }
        return inGerman;
    }

    private boolean isEnglish(String word) {
        return english.isFunctionWord(word) || (word.length() > 2 && english.containsFormOf(word));
    }

    private int germanWords(String word) {
        if (word.length() < 2) {
            return NONE;
        }
        var readings = german.readings(word);
        if (word.length() == 2) {
            return readings.stream().anyMatch(reading -> !reading.isNoun() && !reading.isVerb()) ? 1 : NONE;
        }
        var isEnglish = english.contains(word);
        if (readings.stream().anyMatch(reading -> !(isEnglish && reading.isBareVerb()))) {
            return 1;
        }
        return readings.isEmpty() && word.length() >= SHORTEST_COMPOUND
                ? compounds
                        .split(word)
                        .map(split -> split.modifiers().size() + 1)
                        .orElse(NONE)
                : NONE;
    }

    /** The fewest words that fill the tag, a compound counting by its parts; of equally many the longest word first. */
    private static List<String> segment(String tag, ToIntFunction<String> wordsIn) {
        var fewest = new int[tag.length() + 1];
        var start = new int[tag.length() + 1];
        Arrays.fill(fewest, NONE);
        fewest[0] = 0;
        for (int end = 1; end <= tag.length(); end++) {
            for (int from = end - 1; from >= Math.max(0, end - LONGEST_WORD); from--) {
                if (fewest[from] >= MOST_WORDS) {
                    continue;
                }
                var words = fewest[from] + wordsIn.applyAsInt(tag.substring(from, end));
                if (words < fewest[end]) {
                    fewest[end] = words;
                    start[end] = from;
                }
            }
        }
        var words = new ArrayList<String>();
        if (fewest[tag.length()] > MOST_WORDS) {
            return words;
        }
        for (int end = tag.length(); end > 0; end = start[end]) {
            words.add(0, tag.substring(start[end], end));
        }
        return words;
    }
}

package dev.vouch.discovery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes German compounds apart: any number of modifiers (a noun with its linking element, a verb's stem, an adjective)
 * before a noun or an adjective as head. Every part has to be a word of the lexicon; the split with the fewest parts wins,
 * then the one with the longest head.
 */
final class Compounds {

    private static final int SHORTEST_PART = 3;
    private static final int MOST_PARTS = 4;
    private static final int LONGEST = 40;
    private static final int NONE = 1000;

    /** "s" in Frühstückskuchen, "n" in Suppenrezept, "en", "es", "er", "e", and nothing. */
    private static final List<String> LINKS = List.of("", "s", "n", "en", "es", "er", "e", "ns");

    /** @param modifiers the words without their linking elements */
    record Split(List<String> modifiers, String head) {}

    private final GermanLexicon german;

    Compounds(GermanLexicon german) {
        this.german = german;
    }

    Optional<Split> split(String lowerCase) {
        var length = lowerCase.length();
        if (length < 2 * SHORTEST_PART || length > LONGEST) {
            return Optional.empty();
        }
        // from the right: the fewest parts that fill the rest of the word, and where the first of them ends
        var fewest = new int[length + 1];
        var end = new int[length + 1];
        for (int from = length - SHORTEST_PART; from >= 0; from--) {
            var rest = lowerCase.substring(from);
            fewest[from] = NONE;
            if (from > 0 && isHead(rest)) {
                fewest[from] = 1;
                continue;
            }
            for (int cut = from + SHORTEST_PART; cut <= length - SHORTEST_PART; cut++) {
                if (fewest[cut] + 1 < fewest[from]
                        && modifier(lowerCase.substring(from, cut)).isPresent()) {
                    fewest[from] = fewest[cut] + 1;
                    end[from] = cut;
                }
            }
        }
        return fewest[0] > MOST_PARTS ? Optional.empty() : Optional.of(parts(lowerCase, end, fewest[0]));
    }

    private Split parts(String word, int[] end, int parts) {
        var modifiers = new ArrayList<String>();
        var from = 0;
        for (int part = 1; part < parts; part++) {
            modifiers.add(modifier(word.substring(from, end[from])).orElseThrow());
            from = end[from];
        }
        return new Split(List.copyOf(modifiers), word.substring(from));
    }

    private boolean isHead(String form) {
        return german.readings(form).stream()
                .anyMatch(reading -> (reading.isNoun() && !reading.isNominalInfinitive()) || reading.isAdjective());
    }

    private Optional<String> modifier(String form) {
        if (isVerbStem(form) || german.isAdjective(form)) {
            return Optional.of(form);
        }
        for (var link : LINKS) {
            var length = form.length() - link.length();
            if (length >= SHORTEST_PART && form.endsWith(link) && german.isNoun(form.substring(0, length))) {
                return Optional.of(form.substring(0, length));
            }
        }
        return Optional.empty();
    }

    private boolean isVerbStem(String form) {
        return german.isInfinitive(form + "en") || german.isInfinitive(form + "n");
    }
}

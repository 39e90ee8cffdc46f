package dev.vouch.discovery.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;
import org.jspecify.annotations.Nullable;

/** Which German word a form may be: the full-form dictionary of LanguageTool, five million forms in an automaton of 0.9 MB. */
final class GermanLexicon {

    private static final String DICTIONARY = "/org/languagetool/resource/de/german.dict";

    /** What a form may be; {@code lemma} as the dictionary writes it, nouns capitalised. */
    record Reading(String lemma, String tag) {

        boolean isNoun() {
            return tag.startsWith("SUB");
        }

        boolean isVerb() {
            return tag.startsWith("VER");
        }

        boolean isAdjective() {
            return tag.startsWith("ADJ");
        }

        /** "das Backen": a verb in a noun's place, which forms no compounds of its own. */
        boolean isNominalInfinitive() {
            return isNoun() && tag.endsWith(":INF");
        }

        /** "gebacken", "kochend": the dictionary lists these as adjectives of their own. */
        boolean isParticiple() {
            return tag.startsWith("PA");
        }

        boolean isInfinitive() {
            return tag.startsWith("VER:INF");
        }

        /** "back!", "ich back": so short that it says little where another language has the same form. */
        boolean isBareVerb() {
            return isVerb() && (tag.contains(":IMP:SIN") || tag.contains(":1:SIN"));
        }
    }

    private final @Nullable DictionaryLookup dictionary;

    GermanLexicon() {
        this(GermanLexicon.class.getResource(DICTIONARY));
    }

    /** @param resource null where the dictionary was left out: then German words match as they are written */
    GermanLexicon(@Nullable URL resource) {
        try {
            dictionary = resource == null ? null : new DictionaryLookup(Dictionary.read(resource));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Captions are written carelessly, so a form is looked up in lower case and with a capital. */
    Set<Reading> readings(String lowerCase) {
        var readings = new LinkedHashSet<Reading>();
        if (!lowerCase.isEmpty()) {
            readings.addAll(exact(lowerCase));
            readings.addAll(exact(capitalised(lowerCase)));
        }
        return readings;
    }

    boolean isInfinitive(String lowerCase) {
        return exact(lowerCase).stream().anyMatch(Reading::isInfinitive);
    }

    boolean isAdjective(String lowerCase) {
        return exact(lowerCase).stream()
                .anyMatch(reading -> reading.isAdjective() && reading.lemma().equals(lowerCase));
    }

    boolean isNoun(String lowerCase) {
        return exact(capitalised(lowerCase)).stream()
                .anyMatch(reading -> reading.isNoun() && reading.lemma().equals(capitalised(lowerCase)));
    }

    /** The lookup keeps buffers of its own and is not thread safe. */
    private synchronized Set<Reading> exact(String form) {
        List<WordData> found = dictionary == null ? List.of() : dictionary.lookup(form);
        return found.stream()
                .map(word -> new Reading(String.valueOf(word.getStem()), String.valueOf(word.getTag())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String capitalised(String word) {
        var first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(java.util.Locale.GERMAN) + word.substring(first);
    }
}

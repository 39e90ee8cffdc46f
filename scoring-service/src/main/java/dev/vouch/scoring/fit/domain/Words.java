package dev.vouch.scoring.fit.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Word families of German and English by a handful of endings, just enough to tell where in a text a topic stands. Whether a
 * post is about a topic at all is discovery's judgement, with real dictionaries.
 */
final class Words {

    private static final List<String> ENDINGS = List.of(
            "ungen", "ende", "end", "ung", "ern", "est", "en", "er", "es", "em", "ed", "st", "te", "e", "n", "s", "t");
    private static final int SHORTEST_STEM = 3;

    /** A shorter word inside a longer one is chance more often than a compound: "bowl" in "Bowling". */
    private static final int SHORTEST_PART = 5;

    private Words() {}

    /** Lower case, mathematical alphabets and umlauts to plain letters. */
    static String plain(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        return Normalizer.normalize(composed, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    static Family family(String word) {
        var plain = plain(word);
        return new Family(plain, stem(plain));
    }

    private static String stem(String plainWord) {
        return ENDINGS.stream()
                .filter(ending -> plainWord.endsWith(ending) && plainWord.length() - ending.length() >= SHORTEST_STEM)
                .findFirst()
                .map(ending -> plainWord.substring(0, plainWord.length() - ending.length()))
                .orElse(plainWord);
    }

    /** A word with its forms. Endings are guessed, so a form counts if it agrees with the word or with its stem. */
    record Family(String word, String stem) {

        /** The same word in another form, or a compound with it. */
        boolean has(String plainWord) {
            return isForm(plainWord)
                    || (plainWord.startsWith("ge") && isForm(plainWord.substring(2)))
                    || (part().length() >= SHORTEST_PART
                            && (plainWord.startsWith(part())
                                    || plainWord.endsWith(word)
                                    || Words.stem(plainWord).endsWith(word)));
        }

        /** Good enough where it is known that the text is about the topic and only the place is asked for. */
        boolean mayHave(String plainWord) {
            return has(plainWord) || plainWord.contains(stem);
        }

        private boolean isForm(String plainWord) {
            var other = Words.stem(plainWord);
            return plainWord.equals(word) || plainWord.equals(stem) || other.equals(stem) || other.equals(word);
        }

        /** Only verbs lose their ending inside a compound: "Backofen", but "Rezeptheft". */
        private String part() {
            return word.endsWith("en") ? stem : word;
        }
    }
}

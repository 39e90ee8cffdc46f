package dev.vouch.discovery.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts what people write into words: letters in disguise become letters, glued hashtags come apart, links and mentions go. */
final class Words {

    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200D\\u2060\\uFE0E\\uFE0F\\u00AD]");
    private static final Pattern WORD = Pattern.compile("([#@]?)([\\p{L}\\p{M}\\p{N}_.]*[\\p{L}\\p{N}])");
    private static final Pattern INSIDE = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll})|[_.\\p{N}]+");

    private Words() {}

    /**
     * A word as it was written and as it is looked up.
     *
     * @param form in lower case, without {@code #}; of a tag a piece between its capitals, digits and underscores
     */
    record Word(String written, String form, boolean inTag) {}

    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        var found = WORD.matcher(LINK.matcher(plain(text)).replaceAll(" "));
        while (found.find()) {
            if (found.group(1).equals("@")) {
                continue;
            }
            var isTag = found.group(1).equals("#");
            for (var part : INSIDE.split(found.group(2))) {
                if (!part.isEmpty()) {
                    words.add(new Word(isTag ? found.group() : part, part.toLowerCase(Locale.GERMAN), isTag));
                }
            }
        }
        return words;
    }

    /** The running text alone, for telling its language: hashtags are in whatever language is searched most. */
    static String prose(String text) {
        var prose = LINK.matcher(plain(text)).replaceAll(" ").replaceAll("[#@][\\p{L}\\p{M}\\p{N}_.]+", " ");
        return prose.replaceAll("[^\\p{L}\\p{M}'’]+", " ").trim();
    }

    /** Compatibility forms: mathematical alphabets, full width, ligatures; composed umlauts. */
    private static String plain(String text) {
        return INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
    }
}

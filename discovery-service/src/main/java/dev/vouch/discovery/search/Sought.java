package dev.vouch.discovery.search;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/** One word that somebody looks for, held against written forms. */
final class Sought {

    /** Every key begins with its kind and a colon. */
    private static final int KIND = 2;

    private final WordKeys keys;
    private final Set<String> meant;
    private final Set<String> roots;

    Sought(WordKeys keys, String word) {
        this.keys = keys;
        this.meant = keys.ofTopic(word);
        this.roots = meant.stream().map(key -> folded(key.substring(KIND))).collect(Collectors.toUnmodifiableSet());
    }

    Set<String> meant() {
        return meant;
    }

    /** Taking words apart is dear; a part that means the word also shows its root. */
    boolean mayBePartOf(String form) {
        var folded = folded(form);
        return roots.stream().anyMatch(folded::contains);
    }

    /** @param written a form, a hashtag with its {@code #} */
    boolean isMeantBy(String written) {
        var isTag = written.startsWith("#");
        var form = isTag ? written.substring(1) : written;
        if (mayBePartOf(form)) {
            var forms = isTag ? keys.wordsOfTag(form) : Set.of(form);
            return forms.stream().anyMatch(each -> !Collections.disjoint(meant, keys.ofText(each)));
        }
        return mayBeIrregular(form) && !Collections.disjoint(meant, keys.ofWhole(form));
    }

    /** "lief" for laufen, "geschwommen" for schwimmen: the vowel changes, the beginning does not. */
    private boolean mayBeIrregular(String form) {
        var bare = form.startsWith("ge") ? form.substring(2) : form;
        return !bare.isEmpty() && roots.stream().anyMatch(root -> !root.isEmpty() && root.charAt(0) == bare.charAt(0));
    }

    static String folded(String form) {
        return form.replace('ä', 'a')
                .replace('ö', 'o')
                .replace('ü', 'u')
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u")
                .replace("ß", "ss");
    }
}

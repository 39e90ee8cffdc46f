package dev.vouch.contract;

import java.util.BitSet;
import java.util.function.Predicate;

/** Texts of so many characters out of an alphabet. Walked by hand: every field of every event passes here several times. */
final class Spelling implements Predicate<String> {

    private final BitSet first;
    private final BitSet further;
    private final int shortest;
    private final int longest;

    private Spelling(BitSet first, BitSet further, int shortest, int longest) {
        this.first = first;
        this.further = further;
        this.shortest = shortest;
        this.longest = longest;
    }

    /** @param alphabet characters and ranges as in a regular expression's brackets: {@code a-z0-9._-} */
    static Spelling of(String alphabet, int shortest, int longest) {
        return new Spelling(characters(alphabet), characters(alphabet), shortest, longest);
    }

    Spelling beginningWith(String alphabet) {
        return new Spelling(characters(alphabet), further, shortest, longest);
    }

    @Override
    public boolean test(String text) {
        return test(text, 0, text.length());
    }

    /** @param to behind the last character of the part that is meant */
    boolean test(String text, int from, int to) {
        int length = to - from;
        if (length < shortest || length > longest) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (!(at == from ? first : further).get(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static BitSet characters(String alphabet) {
        var characters = new BitSet(128);
        for (int at = 0; at < alphabet.length(); at++) {
            boolean range = at + 2 < alphabet.length() && alphabet.charAt(at + 1) == '-';
            int last = range ? at + 2 : at;
            characters.set(alphabet.charAt(at), alphabet.charAt(last) + 1);
            at = last;
        }
        return characters;
    }
}

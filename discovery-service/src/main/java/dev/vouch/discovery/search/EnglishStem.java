package dev.vouch.discovery.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Krovetz' stemmer, because it leaves a word of its own alone: "bowling" stays "bowling" where Porter makes it "bowl". */
final class EnglishStem {

    private static final int LONGEST = 40;

    private EnglishStem() {}

    static String of(String lowerCase) {
        if (lowerCase.length() < 3 || lowerCase.length() > LONGEST) {
            return lowerCase;
        }
        var word = new KeywordTokenizer();
        try (var stemmed = new KStemFilter(word)) {
            word.setReader(new StringReader(lowerCase));
            var term = stemmed.addAttribute(CharTermAttribute.class);
            stemmed.reset();
            var stem = stemmed.incrementToken() ? term.toString() : lowerCase;
            stemmed.end();
            return stem;
        } catch (IOException neverFromAString) {
            throw new UncheckedIOException(neverFromAString);
        }
    }
}

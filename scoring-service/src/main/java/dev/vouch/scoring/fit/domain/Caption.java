package dev.vouch.scoring.fit.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A post's text, parted into what is said and what is merely tagged. A hashtag inside a sentence is a word of it; a row of
 * hashtags says nothing.
 *
 * @param said plain words of the sentences
 * @param tagged plain words of the rows of hashtags
 */
record Caption(List<String> said, List<String> tagged) {

    private static final Pattern TOKEN = Pattern.compile("#?[\\p{L}\\p{M}\\p{N}_]+");

    static Caption of(String text, List<String> hashtags) {
        var said = new ArrayList<String>();
        var tagged = new ArrayList<String>();
        for (var line : text.split("\\R")) {
            var tokens =
                    TOKEN.matcher(line).results().map(match -> match.group()).toList();
            var tags = tokens.stream().filter(token -> token.startsWith("#")).toList();
            if (tags.size() * 2 > tokens.size()) {
                afterSentence(tokens, said, tagged);
            } else {
                tokens.forEach(token -> said.add(word(token)));
            }
        }
        hashtags.stream()
                .map(Caption::word)
                .filter(tag -> !tagged.contains(tag) && !said.contains(tag))
                .forEach(tagged::add);
        return new Caption(List.copyOf(said), List.copyOf(tagged));
    }

    /** Sentence and row of hashtags often share a line: the words in front of the first hashtag are still said. */
    private static void afterSentence(List<String> tokens, List<String> said, List<String> tagged) {
        boolean row = false;
        for (var token : tokens) {
            row = row || token.startsWith("#");
            if (!row) {
                said.add(word(token));
            } else if (token.startsWith("#")) {
                tagged.add(word(token));
            }
        }
    }

    boolean empty() {
        return said.isEmpty() && tagged.isEmpty();
    }

    Stream<String> words() {
        return Stream.concat(said.stream(), tagged.stream());
    }

    private static String word(String token) {
        return Words.plain(token.startsWith("#") ? token.substring(1) : token);
    }
}

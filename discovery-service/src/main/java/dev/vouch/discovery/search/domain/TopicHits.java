package dev.vouch.discovery.search.domain;

import java.util.List;

/**
 * Where one topic of a brief was found in one text.
 *
 * @param topic as the brief writes it
 * @param words as the text writes them, in the order of the text
 */
public record TopicHits(String topic, List<String> words) {

    public TopicHits {
        words = List.copyOf(words);
    }
}

package dev.vouch.discovery.search;

import dev.vouch.discovery.search.domain.TopicHits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The topics of one brief, ready to be looked for. A topic of several words is there when they stand in a row. */
public final class Topics {

    private final WordKeys keys;
    private final Map<String, List<Sought>> topics = new LinkedHashMap<>();

    Topics(WordKeys keys, List<String> topics) {
        this.keys = keys;
        for (var topic : topics) {
            var words = Words.of(topic).stream()
                    .map(word -> new Sought(keys, word.form()))
                    .toList();
            if (!words.isEmpty()) {
                this.topics.put(topic, words);
            }
        }
    }

    /** As the brief writes them. */
    public List<String> words() {
        return List.copyOf(topics.keySet());
    }

    /** Only the topics that are there. */
    public List<TopicHits> in(String text) {
        var words = meanings(text);
        var hits = new ArrayList<TopicHits>();
        topics.forEach((topic, sought) -> {
            var found = find(sought, words);
            if (!found.isEmpty()) {
                hits.add(new TopicHits(topic, found));
            }
        });
        return hits;
    }

    private record Meaning(String written, Set<String> keys) {}

    private List<Meaning> meanings(String text) {
        var meanings = new ArrayList<Meaning>();
        for (var word : Words.of(text)) {
            if (mayContainTopic(word.form())) {
                var forms = word.inTag() ? keys.wordsOfTag(word.form()) : List.of(word.form());
                forms.forEach(form -> meanings.add(new Meaning(word.written(), keys.ofText(form))));
            } else {
                meanings.add(new Meaning(word.written(), keys.ofWhole(word.form())));
            }
        }
        return meanings;
    }

    private boolean mayContainTopic(String form) {
        return topics.values().stream().anyMatch(words -> words.stream().anyMatch(word -> word.mayBePartOf(form)));
    }

    private static List<String> find(List<Sought> sought, List<Meaning> words) {
        var found = new ArrayList<String>();
        for (int at = 0; at + sought.size() <= words.size(); at++) {
            if (matches(sought, words, at)) {
                found.add(words.subList(at, at + sought.size()).stream()
                        .map(Meaning::written)
                        .distinct()
                        .collect(Collectors.joining(" ")));
            }
        }
        return found;
    }

    private static boolean matches(List<Sought> sought, List<Meaning> words, int at) {
        for (int word = 0; word < sought.size(); word++) {
            if (Collections.disjoint(
                    sought.get(word).meant(), words.get(at + word).keys())) {
                return false;
            }
        }
        return true;
    }
}

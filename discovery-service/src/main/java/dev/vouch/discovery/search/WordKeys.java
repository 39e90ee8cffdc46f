package dev.vouch.discovery.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a written word may mean, as keys; two words are about the same thing when they share one.
 *
 * <ul>
 *   <li>{@code v:back} a German verb by its stem: backen, bäckst, gebacken, das Backen, der Bäcker
 *   <li>{@code n:rezept} a German noun, {@code a:vegan} an adjective
 *   <li>{@code e:recipe} an English word by its stem
 *   <li>{@code x:...} the word as written, for names and new words
 * </ul>
 *
 * A word of a text also carries the verbs and adjectives that it is derived from (Läufer, Veganerin) and the parts of a
 * compound. A topic does not, or "Buch" would find "gebucht".
 */
final class WordKeys {

    private static final int CACHED_WORDS = 50_000;
    private static final int LONGEST_WORD = 60;

    private static final List<String> AGENTS = List.of("erinnen", "erin", "ern", "ers", "er", "erei");
    private static final List<String> ACTIONS = List.of("ung", "ing");

    private final GermanLexicon german = new GermanLexicon();
    private final EnglishLexicon english = new EnglishLexicon();
    private final Compounds compounds = new Compounds(german);
    private final Hashtags hashtags = new Hashtags(german, english, compounds);
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> wholes = new ConcurrentHashMap<>();
    private final Map<String, List<String>> tags = new ConcurrentHashMap<>();

    /** @param word in lower case, without {@code #} */
    Set<String> ofText(String word) {
        var keys = known.get(word);
        if (keys == null) {
            keys = Set.copyOf(textKeys(word));
            remember(known, word, keys);
        }
        return keys;
    }

    /** The same without looking for parts: cheap, and enough for a word that does not contain what is sought. */
    Set<String> ofWhole(String word) {
        var keys = wholes.get(word);
        if (keys == null) {
            var found = new LinkedHashSet<String>();
            if (word.length() <= LONGEST_WORD) {
                addWhole(found, word);
            }
            keys = Set.copyOf(found);
            remember(wholes, word, keys);
        }
        return keys;
    }

    /** The words in a hashtag; the tag itself where it is one word or none that we know. */
    List<String> wordsOfTag(String tag) {
        var words = tags.get(tag);
        if (words == null) {
            words = isKnown(tag) || tag.length() > LONGEST_WORD ? List.of(tag) : hashtags.words(tag);
            words = words.isEmpty() ? List.of(tag) : words;
            remember(tags, tag, words);
        }
        return words;
    }

    /** @param word one word of a brief's topic */
    Set<String> ofTopic(String word) {
        var form = word.toLowerCase(Locale.ROOT);
        var keys = new LinkedHashSet<String>();
        keys.add("x:" + form);
        // "Backen" on a brief is the activity, not the plural of the cheek
        var isActivity = german.isInfinitive(form);
        for (var reading : german.readings(form)) {
            if (reading.isBareVerb() || (isActivity && reading.isNoun() && !reading.isNominalInfinitive())) {
                continue;
            }
            addLemma(keys, reading);
            if (reading.isNoun()) {
                addBaseVerb(keys, lower(reading.lemma()), ACTIONS);
            }
        }
        if (english.containsFormOf(form)) {
            keys.add("e:" + EnglishStem.of(form));
        }
        return keys;
    }

    private static <V> void remember(Map<String, V> cache, String word, V value) {
        if (cache.size() >= CACHED_WORDS) {
            cache.clear();
        }
        cache.put(word, value);
    }

    private boolean isKnown(String form) {
        return !german.readings(form).isEmpty() || english.containsFormOf(form);
    }

    private Set<String> textKeys(String form) {
        var keys = new LinkedHashSet<String>();
        if (form.length() <= LONGEST_WORD) {
            addWord(keys, form);
        }
        return keys;
    }

    private void addWord(Set<String> keys, String form) {
        if (addWhole(keys, form)) {
            return;
        }
        compounds.split(form).ifPresent(split -> addParts(keys, split));
    }

    /** @return whether it is English, and so nothing to be taken apart as German */
    private boolean addWhole(Set<String> keys, String form) {
        keys.add("x:" + form);
        if (form.length() < 3) {
            return true;
        }
        var isEnglish = english.containsFormOf(form);
        if (isEnglish) {
            keys.add("e:" + EnglishStem.of(form));
        }
        var before = keys.size();
        addGerman(keys, form, isEnglish);
        if (keys.size() == before && !isEnglish) {
            addRespelt(keys, form);
        }
        return isEnglish;
    }

    private void addGerman(Set<String> keys, String form, boolean isEnglish) {
        for (var reading : german.readings(form)) {
            if (isEnglish && reading.isBareVerb()) {
                continue;
            }
            addReading(keys, reading);
        }
        addUnlistedParticiple(keys, form);
    }

    /** "Baeckerei", "suess": umlauts written out. */
    private void addRespelt(Set<String> keys, String form) {
        var respelt = form.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü");
        if (!respelt.equals(form)) {
            addGerman(keys, respelt, false);
            if (keys.size() <= 1) {
                compounds.split(respelt).ifPresent(split -> addParts(keys, split));
            }
        }
    }

    private void addReading(Set<String> keys, GermanLexicon.Reading reading) {
        addLemma(keys, reading);
        if (reading.isNoun()) {
            var noun = lower(reading.lemma());
            addBaseVerb(keys, noun, ACTIONS);
            addBaseVerb(keys, noun, AGENTS);
            addBaseAdjective(keys, noun);
            addConvertedVerb(keys, noun);
        }
    }

    private void addLemma(Set<String> keys, GermanLexicon.Reading reading) {
        var lemma = lower(reading.lemma());
        if (reading.isVerb() || reading.isNominalInfinitive()) {
            keys.add("v:" + stem(lemma));
        } else if (reading.isParticiple()) {
            german.readings(lemma).stream()
                    .filter(GermanLexicon.Reading::isVerb)
                    .forEach(verb -> keys.add("v:" + stem(lower(verb.lemma()))));
        } else if (reading.isNoun()) {
            keys.add("n:" + lemma);
        } else if (reading.isAdjective()) {
            keys.add("a:" + lemma);
        }
    }

    private void addParts(Set<String> keys, Compounds.Split split) {
        for (var modifier : split.modifiers()) {
            if (german.isInfinitive(modifier + "en") || german.isInfinitive(modifier + "n")) {
                keys.add("v:" + stem(german.isInfinitive(modifier + "en") ? modifier + "en" : modifier + "n"));
            }
            if (german.isNoun(modifier)) {
                keys.add("n:" + modifier);
                addConvertedVerb(keys, modifier);
                addBaseVerb(keys, modifier, ACTIONS);
                addBaseAdjective(keys, modifier);
            }
            if (german.isAdjective(modifier)) {
                keys.add("a:" + modifier);
            }
        }
        german.readings(split.head()).stream()
                .filter(reading -> !reading.isVerb())
                .forEach(reading -> addReading(keys, reading));
    }

    /** "gefrühstückt": ge-...-t around a word that the lexicon has, while it lacks the verb. */
    private void addUnlistedParticiple(Set<String> keys, String form) {
        if (form.length() > 6
                && form.startsWith("ge")
                && form.endsWith("t")
                && german.readings(form).isEmpty()) {
            var base = form.substring(2, form.length() - 1);
            if (german.isNoun(base)) {
                keys.add("n:" + base);
            }
        }
    }

    /** Bäcker, Läuferin, Bäckerei, Trainer: who does it, and where. */
    private void addBaseVerb(Set<String> keys, String noun, List<String> endings) {
        for (var ending : endings) {
            var length = noun.length() - ending.length();
            if (length < 3 || !noun.endsWith(ending)) {
                continue;
            }
            var base = noun.substring(0, length);
            for (var candidate : List.of(base, withoutUmlaut(base))) {
                for (var infinitive : List.of(candidate + "en", candidate + "ieren")) {
                    if (german.isInfinitive(infinitive)) {
                        keys.add("v:" + stem(infinitive));
                    }
                }
            }
        }
    }

    /** Veganer, Veganerin, Veganismus. */
    private void addBaseAdjective(Set<String> keys, String noun) {
        for (var ending : List.of("erin", "er", "ismus")) {
            if (noun.endsWith(ending) && german.isAdjective(noun.substring(0, noun.length() - ending.length()))) {
                keys.add("a:" + noun.substring(0, noun.length() - ending.length()));
            }
        }
    }

    /** Lauf and laufen, Koch and kochen; but not Bowl and bowlen, where Bowling names the activity. */
    private void addConvertedVerb(Set<String> keys, String noun) {
        if (german.isInfinitive(noun + "en") && !german.isNoun(noun + "ing")) {
            keys.add("v:" + stem(noun + "en"));
        }
    }

    private static String stem(String infinitive) {
        if (infinitive.endsWith("ieren")) {
            return infinitive.substring(0, infinitive.length() - 5);
        }
        if (infinitive.endsWith("en")) {
            return infinitive.substring(0, infinitive.length() - 2);
        }
        return infinitive.endsWith("n") ? infinitive.substring(0, infinitive.length() - 1) : infinitive;
    }

    private static String withoutUmlaut(String word) {
        return word.replace('ä', 'a').replace('ö', 'o').replace('ü', 'u');
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.GERMAN);
    }
}

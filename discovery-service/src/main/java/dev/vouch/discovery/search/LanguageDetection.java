package dev.vouch.discovery.search;

import dev.vouch.discovery.search.domain.DetectedLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the languages of a caption from its running text. Two witnesses: OpenNLP's n-gram model, which knows 103 languages
 * but guesses on a few words, and the function words of Lucene's stop lists, which a writer cannot avoid. A caption that is
 * half in one language and half in another has both.
 */
final class LanguageDetection {

    private static final String MODEL = "/langdetect-183.bin";
    private static final int FEWEST_LETTERS = 10;
    private static final int MOST_LETTERS = 500;
    private static final int MODEL_LANGUAGES = 12;

    /** The model weighs as much as this many function words, in a text of so many letters or more. */
    private static final double MODEL_WEIGHT = 3;

    private static final double MODEL_LETTERS = 90;

    /** With less evidence than one whole function word, or less than this share of it, nothing is said. */
    private static final double LEAST_EVIDENCE = 1;

    private static final double LEAST_SHARE = 0.4;

    /** A second language needs to speak for itself. */
    private static final double SECOND_VOTES = 3;

    private static final double SECOND_SHARE = 0.2;

    private static final double PLAIN_VOTES = 6;
    private static final double PLAIN_SHARE = 0.6;

    private static final Map<String, String> TWO_LETTERS = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(two -> new Locale(two).getISO3Language(), two -> two, (one, other) -> one));

    private final LanguageDetectorModel model = load();
    private final FunctionWords functionWords = new FunctionWords();

    /** The strongest first; empty if the text is too short or says nothing. */
    List<DetectedLanguage> languages(String text) {
        var prose = Words.prose(text).toLowerCase(Locale.ROOT);
        if (prose.length() < FEWEST_LETTERS) {
            return List.of();
        }
        var votes = functionWords.votes(List.of(prose.split("[ '’]+")));
        var evidence = new HashMap<>(votes);
        if (!isPlain(votes)) {
            modelShares(prose).forEach((language, share) -> evidence.merge(language, share, Double::sum));
        }
        var total = evidence.values().stream().mapToDouble(Double::doubleValue).sum();
        return evidence.entrySet().stream()
                .filter(each -> speaks(each.getValue(), total, votes.getOrDefault(each.getKey(), 0.0)))
                .sorted(Comparator.comparing((Map.Entry<String, Double> each) -> each.getValue())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(each -> new DetectedLanguage(each.getKey(), (int) Math.round(100 * each.getValue() / total)))
                .toList();
    }

    /** A long text in one language needs no second witness, and the model is dear. */
    private static boolean isPlain(Map<String, Double> votes) {
        var most =
                votes.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var total = votes.values().stream().mapToDouble(Double::doubleValue).sum();
        return most >= PLAIN_VOTES && most / total >= PLAIN_SHARE;
    }

    private static boolean speaks(double evidence, double total, double votes) {
        var share = evidence / total;
        return (evidence >= LEAST_EVIDENCE && share >= LEAST_SHARE) || (votes >= SECOND_VOTES && share >= SECOND_SHARE);
    }

    private Map<String, Double> modelShares(String prose) {
        var weight = MODEL_WEIGHT * Math.min(1, prose.length() / MODEL_LETTERS);
        var text = prose.substring(0, Math.min(prose.length(), MOST_LETTERS));
        var guesses = Arrays.stream(new LanguageDetectorME(model).predictLanguages(text))
                .limit(MODEL_LANGUAGES)
                .toList();
        var total = guesses.stream().mapToDouble(guess -> guess.getConfidence()).sum();
        var shares = new HashMap<String, Double>();
        guesses.forEach(
                guess -> shares.merge(code(guess.getLang()), weight * guess.getConfidence() / total, Double::sum));
        return shares;
    }

    /** BCP 47 has the two-letter code where there is one. */
    private static String code(String threeLetters) {
        return switch (threeLetters) {
            case "nob", "nno" -> "no";
            case "cmn" -> "zh";
            case "pes" -> "fa";
            case "lvs" -> "lv";
            case "ekk" -> "et";
            default -> TWO_LETTERS.getOrDefault(threeLetters, threeLetters);
        };
    }

    private static LanguageDetectorModel load() {
        try (var in = Objects.requireNonNull(LanguageDetection.class.getResourceAsStream(MODEL), MODEL)) {
            return new LanguageDetectorModel(in);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

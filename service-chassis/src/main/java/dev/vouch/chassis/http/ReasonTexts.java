package dev.vouch.chassis.http;

import dev.vouch.chassis.decision.Reason;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sentences for reason codes, from every {@code reasons_en.properties} and {@code reasons_de.properties} on the class path.
 * {@code {name}} stands for the fact of that name; numbers are written as the language writes them, and a fact named
 * {@code ...MinorUnits} as money if the fact {@code currency} is there.
 */
@Singleton
public class ReasonTexts {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final String MONEY = "MinorUnits";

    private final Map<Locale, Map<String, String>> sentences = new HashMap<>();

    public ReasonTexts() {
        for (var language : LANGUAGES) {
            sentences.put(language, read("reasons_" + language.getLanguage() + ".properties"));
        }
    }

    /** The first of the preferred languages that Vouch speaks; English if there is none. */
    public static Locale locale(List<Locale> preferred) {
        return preferred.stream()
                .flatMap(wanted -> LANGUAGES.stream()
                        .filter(language -> language.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    public List<Explanation> explain(Collection<Reason> reasons, Locale locale) {
        return reasons.stream().map(reason -> explain(reason, locale)).toList();
    }

    public Explanation explain(Reason reason, Locale locale) {
        return new Explanation(reason.code(), reason.facts(), sentence(reason, locale));
    }

    /** The code itself if nobody wrote a sentence for it. */
    public String sentence(Reason reason, Locale locale) {
        var language = locale(List.of(locale));
        var template = template(reason.code(), language);
        return template == null ? reason.code() : fill(template, reason.facts(), language);
    }

    private @Nullable String template(String code, Locale language) {
        var own = texts(language).get(code);
        return own == null ? texts(Locale.ENGLISH).get(code) : own;
    }

    private Map<String, String> texts(Locale language) {
        return sentences.getOrDefault(language, Map.of());
    }

    private static String fill(String template, Map<String, Object> facts, Locale language) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(fact(found.group(1), facts, language)));
    }

    private static String fact(String name, Map<String, Object> facts, Locale language) {
        var value = facts.get(name);
        if (!(value instanceof Number number)) {
            return value == null ? "{" + name + "}" : value.toString();
        }
        var format = NumberFormat.getInstance(language);
        return name.endsWith(MONEY)
                ? currency(facts.get("currency"))
                        .map(currency -> money(number, currency, format))
                        .orElseGet(() -> format.format(number))
                : format.format(number);
    }

    private static Optional<Currency> currency(@Nullable Object code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }

    private static String money(Number minorUnits, Currency currency, NumberFormat format) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(minorUnits.longValue(), digits)) + " " + currency;
    }

    private static Map<String, String> read(String resource) {
        var texts = new HashMap<String, String>();
        try {
            for (var url : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(resource))) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(code -> texts.put(code, properties.getProperty(code)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return Map.copyOf(texts);
    }
}

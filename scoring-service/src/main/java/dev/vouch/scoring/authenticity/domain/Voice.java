package dev.vouch.scoring.authenticity.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who speaks in an account's texts: one person says "I", a company says "we" and invites customers.
 *
 * @param customerTexts texts that speak to customers or guests
 */
record Voice(int singular, int plural, int customerTexts) {

    private static final Set<String> SINGULAR = Set.of(
            "ich", "mein", "meine", "meinem", "meinen", "meiner", "meines", "mir", "mich", "i", "my", "me", "myself",
            "mine");
    private static final Set<String> PLURAL = Set.of(
            "wir", "uns", "unser", "unsere", "unserem", "unseren", "unserer", "unseres", "we", "our", "ours", "us");

    /** The ways in which a business addresses the people it sells to. */
    private static final List<Pattern> TO_CUSTOMERS = patterns(
            "\\bin unsere[mnr]? (online ?)?(shops?|stores?|restaurants?|filialen?|cafes?|cafés?|läden|laden|sortiment|kollektion)",
            "\\bunser(e|en|em|er)? (team|kunden|kundinnen|gäste|sortiment|produkte|filialen|mitarbeiter|öffnungszeiten|kollektion|angebote?)\\b",
            "\\b(besucht|kommt|schaut) (doch |mal |einfach |gern |gerne )*(bei )?uns\\b",
            "\\bbei uns (im|in|bekommt|gibt|findet|könnt|erhältlich)",
            "\\b(jetzt|ab sofort|ab heute) (online |wieder |neu |überall )*(bestellbar|erhältlich|verfügbar|bestellen|im handel)",
            "\\b(öffnungszeiten|reservierungen?|versandkostenfrei|gratisversand|lieferzeit)\\b",
            "\\bwir (haben|sind) (heute |morgen |wieder |ab |für euch |von )*(geöffnet|offen|für euch da|geschlossen)",
            "\\b(visit|follow) us\\b|\\bour (customers|guests|team|store|shop|products|restaurant|range|collection)\\b",
            "\\b(now available|available now|order now|shop now|free shipping|book a table|in stores)\\b");

    static Voice of(List<String> texts) {
        int singular = 0;
        int plural = 0;
        int customers = 0;
        for (var text : texts) {
            var lower = text.toLowerCase(Locale.ROOT).replaceAll("['’´`]", " ");
            for (var word : lower.split("[^\\p{L}]+")) {
                singular += SINGULAR.contains(word) ? 1 : 0;
                plural += PLURAL.contains(word) ? 1 : 0;
            }
            customers += TO_CUSTOMERS.stream()
                            .anyMatch(pattern -> pattern.matcher(lower).find())
                    ? 1
                    : 0;
        }
        return new Voice(singular, plural, customers);
    }

    boolean ofOne() {
        return singular >= 2 && singular * 2 >= plural;
    }

    boolean ofMany() {
        return plural >= 2 && plural >= 3 * singular;
    }

    private static List<Pattern> patterns(String... expressions) {
        return List.of(expressions).stream().map(Pattern::compile).toList();
    }
}

package dev.vouch.scoring.authenticity.domain;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words in a name that tell of a business, a paper or a club. General vocabulary, German and English. */
final class TradeWords {

    /** @param whole only as a word of its own; otherwise also as the end of a longer word */
    private record Trade(AccountKind kind, List<String> whole, List<String> endings) {}

    private static final List<Trade> TRADES = List.of(
            new Trade(
                    AccountKind.RESTAURANT,
                    List.of(
                            "bar",
                            "bistro",
                            "cafe",
                            "café",
                            "pizza",
                            "grill",
                            "imbiss",
                            "hotel",
                            "kantine",
                            "trattoria",
                            "diner",
                            "eatery",
                            "catering"),
                    List.of(
                            "restaurant",
                            "restaurants",
                            "ristorante",
                            "gasthaus",
                            "gasthof",
                            "wirtshaus",
                            "brauhaus",
                            "kaffeehaus",
                            "pizzeria",
                            "steakhouse",
                            "coffeehouse",
                            "eiscafe")),
            new Trade(
                    AccountKind.SHOP,
                    List.of(
                            "shop",
                            "store",
                            "boutique",
                            "laden",
                            "outlet",
                            "market",
                            "markt",
                            "versand",
                            "handel",
                            "salon"),
                    List.of(
                            "onlineshop",
                            "bäckerei",
                            "baeckerei",
                            "bakery",
                            "konditorei",
                            "metzgerei",
                            "rösterei",
                            "brauerei",
                            "brewery",
                            "winery",
                            "weingut",
                            "kaufhaus",
                            "apotheke",
                            "buchhandlung",
                            "drogerie",
                            "fachhandel",
                            "manufaktur",
                            "supermarkt",
                            "feinkost",
                            "juwelier")),
            new Trade(
                    AccountKind.MAGAZINE,
                    List.of(
                            "magazin",
                            "magazine",
                            "mag",
                            "zeitung",
                            "news",
                            "verlag",
                            "redaktion",
                            "tv",
                            "radio",
                            "podcast"),
                    List.of("magazin", "magazine", "zeitschrift", "zeitung", "verlag", "redaktion", "journal")),
            new Trade(
                    AccountKind.CLUB,
                    List.of("fc", "sc", "sv", "tsv", "vfb", "vfl", "tv", "ev", "club", "verein", "team"),
                    List.of("sportverein", "fussballclub", "turnverein", "fitnessclub", "sportclub")),
            new Trade(
                    AccountKind.BRAND,
                    List.of(
                            "gmbh",
                            "ug",
                            "kg",
                            "ag",
                            "ohg",
                            "ltd",
                            "inc",
                            "llc",
                            "corp",
                            "official",
                            "offiziell",
                            "brand",
                            "company",
                            "group",
                            "studios",
                            "agentur",
                            "agency",
                            "germany",
                            "deutschland",
                            "austria",
                            "schweiz",
                            "switzerland",
                            "österreich",
                            "europe",
                            "dach"),
                    List.of("agentur", "agency", "hersteller")));

    private static final Pattern LEGAL_FORM = Pattern.compile(
            "\\b(gmbh|ohg|ug \\(haftungsbeschränkt\\)|e\\.? ?k\\.|e\\. ?v\\.|ltd\\.?|inc\\.|llc)(?!\\p{L})");

    /** A club is often its letters, its town and the year of its foundation in one word. */
    private static final Pattern CLUB_WITH_YEAR =
            Pattern.compile("(fc|sc|sv|tsv|vfb|vfl|tus|ssv)\\p{L}{3,}(\\d{2}|\\d{4})");

    private static final int LONG_ENOUGH_TO_STAND_INSIDE = 6;

    private TradeWords() {}

    /** The kinds that a name points to, each with the word that does. */
    static Map<AccountKind, String> in(String name) {
        var found = new LinkedHashMap<AccountKind, String>();
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (CLUB_WITH_YEAR.matcher(plain).matches()) {
            found.put(AccountKind.CLUB, "club");
        }
        for (var word : plain.split("[^\\p{L}]+")) {
            for (var trade : TRADES) {
                wordOf(trade, word).ifPresent(known -> found.putIfAbsent(trade.kind(), known));
            }
        }
        return found;
    }

    static boolean legalForm(String text) {
        return LEGAL_FORM.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private static Optional<String> wordOf(Trade trade, String word) {
        if (trade.whole().contains(word)) {
            return Optional.of(word);
        }
        return trade.endings().stream()
                .filter(ending -> word.endsWith(ending)
                        || (ending.length() >= LONG_ENOUGH_TO_STAND_INSIDE && word.startsWith(ending)))
                .findFirst();
    }
}

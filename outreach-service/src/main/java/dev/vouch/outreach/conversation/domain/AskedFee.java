package dev.vouch.outreach.conversation.domain;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fee that somebody names. Only if it is one amount with a currency: of two, a person has to say which is meant. */
public record AskedFee(long minorUnits, String currency) {

    private static final String AMOUNT =
            "(\\d{1,3}(?:[.,' ]\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,7}(?:[.,]\\d{1,2})?)(?:,-|,--)?(k?)";
    private static final String CURRENCY =
            "(€|euros?|eur|\\$|usd|dollars?|us-dollar|£|gbp|pounds?|pfund|chf|franken|sfr\\.?)";
    private static final Pattern AFTER = Pattern.compile("(?<![\\d.,])" + AMOUNT + "\\s*" + CURRENCY + "(?![a-z])");
    private static final Pattern BEFORE = Pattern.compile("(?<![a-z])" + CURRENCY + "\\s*" + AMOUNT + "(?![\\d])");
    private static final long MOST = 100_000_000L;

    /** @param words in lower case */
    static Optional<AskedFee> in(String words) {
        var found = new LinkedHashSet<AskedFee>();
        AFTER.matcher(words).results().forEach(hit -> add(found, hit.group(1), hit.group(2), hit.group(3)));
        if (found.isEmpty()) {
            BEFORE.matcher(words).results().forEach(hit -> add(found, hit.group(2), hit.group(3), hit.group(1)));
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static void add(LinkedHashSet<AskedFee> found, String amount, String thousand, String currency) {
        var minor = number(amount)
                .multiply(BigDecimal.valueOf(thousand.isEmpty() ? 100 : 100_000))
                .longValue();
        if (minor > 0 && minor <= MOST) {
            found.add(new AskedFee(minor, code(currency)));
        }
    }

    /** A last group of one or two digits is cents, groups of three are thousands. */
    private static BigDecimal number(String amount) {
        var plain = amount.replace(" ", "").replace("'", "");
        var last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
        if (last < 0 || plain.length() - last - 1 == 3) {
            return new BigDecimal(plain.replaceAll("[.,]", ""));
        }
        return new BigDecimal(plain.substring(0, last).replaceAll("[.,]", "") + "." + plain.substring(last + 1));
    }

    private static String code(String written) {
        if (written.startsWith("€") || written.startsWith("eur")) {
            return "EUR";
        }
        if (written.startsWith("$") || written.startsWith("us") || written.startsWith("dollar")) {
            return "USD";
        }
        return written.startsWith("chf") || written.startsWith("fr") || written.startsWith("sfr") ? "CHF" : "GBP";
    }
}

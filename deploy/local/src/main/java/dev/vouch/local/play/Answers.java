package dev.vouch.local.play;

import dev.vouch.local.sample.Phrases;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The sentences that played people write, kept in {@code answers.txt} and away from whoever has to understand them. */
final class Answers {

    private final Phrases phrases = Phrases.of(Answers.class, "answers.txt");
    private final String product;

    Answers(String product) {
        this.product = product;
    }

    String first(Temper temper, boolean german, long feeMinorUnits, Random dice) {
        return temper == Temper.ACCEPTS
                ? acceptance(german, feeMinorUnits, dice)
                : text(temper.phrases, german, 0, dice);
    }

    /** One in five leaves the fee to the other side. */
    String acceptance(boolean german, long feeMinorUnits, Random dice) {
        return text(dice.nextInt(5) == 0 ? "acceptwithoutfee" : "accept", german, feeMinorUnits, dice);
    }

    String clarification(boolean german, Random dice) {
        return text("managerclarifies", german, 0, dice);
    }

    private String text(String section, boolean german, long feeMinorUnits, Random dice) {
        var given = Map.of("fee", fee(feeMinorUnits, german, dice), "product", product);
        return phrases.one(section + (german ? ".de" : ".en"), dice, given);
    }

    private static String fee(long minorUnits, boolean german, Random dice) {
        long units = minorUnits / 100;
        if (german) {
            return String.format(Locale.GERMAN, "%,d", units) + (dice.nextBoolean() ? " Euro" : " €");
        }
        var number = String.format(Locale.ENGLISH, "%,d", units);
        return dice.nextBoolean() ? number + " euros" : "€" + number;
    }
}

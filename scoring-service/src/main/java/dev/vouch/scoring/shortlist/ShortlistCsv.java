package dev.vouch.scoring.shortlist;

import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.scoring.shortlist.domain.Proposal;
import dev.vouch.scoring.shortlist.domain.Shortlist;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A shortlist as a table that a spreadsheet opens and never executes. */
final class ShortlistCsv {

    /** Spreadsheets take a cell that begins so for a formula. */
    private static final String DANGEROUS = "=+-@\t\r";

    private static final int REASONS = 3;

    private final ReasonTexts texts;

    ShortlistCsv(ReasonTexts texts) {
        this.texts = texts;
    }

    String of(Shortlist shortlist, Locale locale) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(
                "rank",
                "influencerId",
                "score",
                "feeCeiling",
                "currency",
                "gain",
                "pinned",
                "reason1",
                "reason2",
                "reason3"));
        shortlist.proposal().entries().forEach(entry -> lines.add(cells(entry, shortlist.currency(), locale)));
        return lines.stream()
                .map(cells -> cells.stream().map(ShortlistCsv::safe).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private List<String> cells(Proposal.Entry entry, String currency, Locale locale) {
        var cells = new ArrayList<>(List.of(
                Integer.toString(entry.rank()),
                entry.influencerId(),
                Double.toString(entry.scoreTenths() / 10.0),
                BigDecimal.valueOf(
                                entry.feeCeilingMinorUnits(),
                                Currency.getInstance(currency).getDefaultFractionDigits())
                        .toPlainString(),
                currency,
                Double.toString(entry.gain()),
                Boolean.toString(entry.pinned())));
        for (int i = 0; i < REASONS; i++) {
            cells.add(
                    i < entry.reasons().size() ? texts.sentence(entry.reasons().get(i), locale) : "");
        }
        return cells;
    }

    static String safe(String cell) {
        var harmless = !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}

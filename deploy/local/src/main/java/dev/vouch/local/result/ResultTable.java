package dev.vouch.local.result;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The result of a run for a person: who was found and why, how the talks went, and the KPI report. */
public final class ResultTable {

    private static final List<String> HEADER =
            List.of("handle", "followers", "score", "conversation", "assignment", "fee", "strongest reasons");
    private static final int MOST_REASONS = 3;

    private final PrintStream out;

    public ResultTable(PrintStream out) {
        this.out = out;
    }

    public void print(RunResult result) {
        out.println();
        out.println(result.campaign());
        shortlist(result);
        out.println();
        out.printf(
                Locale.ENGLISH,
                "%,d longlisted, %,d scored, %,d shortlisted, %,d contacted (%,d in this run), %,d replied, %,d assigned%n",
                result.longlist().size(),
                result.scored(),
                result.shortlisted().size(),
                result.contacted(),
                result.contactedThisRun(),
                result.replied(),
                result.assigned());
        out.println("budget " + money(result.budgetMinorUnits(), result.currency()) + ", of it committed "
                + money(result.committedMinorUnits(), result.currency()));
        kpis(result);
    }

    private void shortlist(RunResult result) {
        var rows = new ArrayList<List<String>>();
        for (var entry : result.shortlisted()) {
            var reasons = entry.reasons().stream().limit(MOST_REASONS).toList();
            rows.add(List.of(
                    or(entry.handle(), entry.influencerId()),
                    entry.followers() == null ? "?" : String.format(Locale.ENGLISH, "%,d", entry.followers()),
                    String.format(Locale.ENGLISH, "%.1f", entry.score()),
                    or(entry.conversation(), "-"),
                    or(entry.assignment(), "-"),
                    entry.feeMinorUnits() == null ? "-" : money(entry.feeMinorUnits(), result.currency()),
                    reasons.isEmpty() ? "" : reasons.get(0)));
            reasons.stream().skip(1).forEach(reason -> rows.add(List.of("", "", "", "", "", "", reason)));
        }
        lines(HEADER, rows);
    }

    private void kpis(RunResult result) {
        out.println();
        var rows = result.kpis().stream()
                .map(kpi -> List.of(
                        kpi.id(),
                        kpi.unit(),
                        figure(kpi.target()),
                        kpi.actual() == null ? "nothing observed" : figure(kpi.actual())))
                .toList();
        lines(List.of("KPI", "unit", "target", "actual"), rows);
    }

    private void lines(List<String> header, List<List<String>> rows) {
        var widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    header.get(i).length(),
                    rows.stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0));
        }
        line(header, widths);
        out.println("-".repeat(Math.min(140, Arrays.stream(widths).sum() + 2 * widths.length)));
        rows.forEach(row -> line(row, widths));
    }

    private void line(List<String> cells, int[] widths) {
        var text = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            text.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        out.println(text.toString().stripTrailing());
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static String figure(double value) {
        return String.format(Locale.ENGLISH, value == Math.rint(value) ? "%,.0f" : "%,.2f", value);
    }

    private static String money(long minorUnits, String currency) {
        return String.format(Locale.ENGLISH, "%,.2f %s", minorUnits / 100.0, currency);
    }
}

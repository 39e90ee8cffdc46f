package dev.vouch.outreach.conversation.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the writer wrote, without what was quoted and without a signature, and in one spelling. */
final class OwnWords {

    private static final Pattern QUOTE_LINE = Pattern.compile("^\\s*>.*");

    /** How mail programs introduce what they quote. */
    private static final Pattern QUOTE_BEGINS = Pattern.compile(
            "^\\s*(?:(?:am|on|le|il|el)\\b.{0,200}(?:schrieb|wrote|a écrit|ha scritto|escribió).{0,120}:?\\s*"
                    + "|.{0,120}\\b(?:schrieb|wrote)\\s*(?:am|on)?.{0,80}:\\s*"
                    + "|-{2,}\\s*(?:original message|original-nachricht|ursprüngliche nachricht|forwarded message"
                    + "|weitergeleitete nachricht)\\s*-{2,}.*"
                    + "|_{8,}\\s*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The head of a quoted mail as Outlook writes it. */
    private static final Pattern QUOTED_FROM =
            Pattern.compile("^\\s*\\*?(?:von|from):\\*?\\s.*@.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern SIGNATURE = Pattern.compile("^-- ?$");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private OwnWords() {}

    static String of(String text, String sent) {
        var ours = sent.lines()
                .map(OwnWords::plain)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
        var kept = new ArrayList<String>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (beginsQuote(lines, i) || (SIGNATURE.matcher(line).matches() && !kept.isEmpty())) {
                break;
            }
            if (!QUOTE_LINE.matcher(line).matches() && !ours.contains(plain(line))) {
                kept.add(line);
            }
        }
        return String.join("\n", kept).strip();
    }

    /** Lower case, without accents, curly quotes or runs of space: what the phrases are written in. */
    static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('`', '\'');
        var letters =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        return SPACE.matcher(letters).replaceAll(" ").strip();
    }

    static List<String> sentences(String text) {
        return text.lines()
                .flatMap(line -> Pattern.compile("(?<=[.!?;:])\\s+").splitAsStream(line))
                .map(OwnWords::plain)
                .filter(sentence -> !sentence.isBlank())
                .toList();
    }

    /** An introduction may be broken over two lines. */
    private static boolean beginsQuote(List<String> lines, int at) {
        var line = lines.get(at);
        if (QUOTE_BEGINS.matcher(line).matches() || QUOTED_FROM.matcher(line).matches()) {
            return true;
        }
        var startsLikeOne = line.stripLeading().matches("(?i)(am|on)\\s.*\\d.*");
        return startsLikeOne
                && at + 1 < lines.size()
                && QUOTE_BEGINS.matcher(line + " " + lines.get(at + 1)).matches();
    }
}

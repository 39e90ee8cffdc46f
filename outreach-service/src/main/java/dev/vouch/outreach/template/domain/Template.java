package dev.vouch.outreach.template.domain;

import dev.vouch.chassis.decision.Decision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the team writes to everybody, with gaps such as {@code {{displayName}}} for what is written to one person. A paragraph
 * with a gap that nothing fills is left out, so that nobody reads "I liked your post ''".
 *
 * @param language of the text, by which a person's template is chosen
 */
public record Template(String name, String language, String subject, String text) {

    static final Pattern GAP = Pattern.compile("\\{\\{\\s*([A-Za-z]*)\\s*}}");

    private static final Pattern PARAGRAPHS = Pattern.compile("\\R\\s*\\R");
    private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\s]+");
    private static final int LONGEST_SUBJECT = 200;

    /** @param missing words that had no value */
    public record Filled(String subject, String text, List<String> missing) {
        public Filled {
            missing = List.copyOf(missing);
        }
    }

    public static Decision<Template> saved(Template template) {
        return Decision.unless(TemplatePolicy.objections(template), () -> template);
    }

    public Filled fill(Map<Placeholder, String> values) {
        var missing = new LinkedHashSet<String>();
        var paragraphs = new ArrayList<String>();
        for (var paragraph : PARAGRAPHS.split(text)) {
            var gaps = missingIn(paragraph, values);
            missing.addAll(gaps);
            if (gaps.isEmpty()) {
                paragraphs.add(filled(paragraph, values).strip());
            }
        }
        return new Filled(header(filled(subject, values)), String.join("\n\n", paragraphs), List.copyOf(missing));
    }

    private static List<String> missingIn(String paragraph, Map<Placeholder, String> values) {
        return GAP.matcher(paragraph)
                .results()
                .map(gap -> gap.group(1))
                .filter(word -> valueOf(word, values).isBlank())
                .toList();
    }

    private static String filled(String text, Map<Placeholder, String> values) {
        return GAP.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(valueOf(gap.group(1), values)));
    }

    private static String valueOf(String word, Map<Placeholder, String> values) {
        return Placeholder.of(word)
                .map(placeholder -> values.getOrDefault(placeholder, ""))
                .orElse("");
    }

    /** One line whatever the values hold: a line end in a subject would begin another header. */
    private static String header(String subject) {
        var line = LINE_ENDS.matcher(subject).replaceAll(" ").strip();
        return line.codePoints()
                .limit(LONGEST_SUBJECT)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}

package dev.vouch.outreach.template.domain;

import dev.vouch.chassis.decision.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** May this template be saved? A gap that nothing will ever fill is refused here and not found by the person who gets it. */
public final class TemplatePolicy {

    /** Present for every person, so that a subject is never left with a hole. */
    private static final Set<Placeholder> ALWAYS_THERE = Set.of(
            Placeholder.DISPLAY_NAME,
            Placeholder.PLATFORM,
            Placeholder.PRODUCT,
            Placeholder.CAMPAIGN_NAME,
            Placeholder.SENDER_NAME);

    private TemplatePolicy() {}

    public static List<Reason> objections(Template template) {
        return Stream.of(
                        unknown(template.subject() + "\n\n" + template.text()),
                        unclosed(template).stream(),
                        holesInSubject(template),
                        withoutUnsubscribe(template).stream(),
                        subjectOfSeveralLines(template).stream())
                .flatMap(reasons -> reasons)
                .toList();
    }

    private static Stream<Reason> unknown(String text) {
        return wordsOf(text)
                .filter(word -> Placeholder.of(word).isEmpty())
                .distinct()
                .map(word -> Reason.of(
                        "template.unknown-placeholder", "name", word, "known", String.join(", ", Placeholder.words())));
    }

    private static Optional<Reason> unclosed(Template template) {
        var rest = Template.GAP
                .matcher(template.subject() + "\n" + template.text())
                .replaceAll("");
        return Reason.when(rest.contains("{{") || rest.contains("}}"), "template.unclosed-placeholder");
    }

    private static Stream<Reason> holesInSubject(Template template) {
        return wordsOf(template.subject())
                .flatMap(word -> Placeholder.of(word).stream())
                .filter(placeholder -> !ALWAYS_THERE.contains(placeholder))
                .distinct()
                .map(placeholder -> Reason.of("template.not-in-subject", "name", placeholder.word()));
    }

    /** Art. 21 (4) GDPR: the right to object is said in the first message at the latest. */
    private static Optional<Reason> withoutUnsubscribe(Template template) {
        var there = wordsOf(template.text()).anyMatch(Placeholder.UNSUBSCRIBE.word()::equals);
        return Reason.when(!there, "template.without-unsubscribe");
    }

    private static Optional<Reason> subjectOfSeveralLines(Template template) {
        return Reason.when(
                template.subject().chars().anyMatch(Character::isISOControl), "template.subject-of-several-lines");
    }

    private static Stream<String> wordsOf(String text) {
        return Template.GAP.matcher(text).results().map(gap -> gap.group(1));
    }
}

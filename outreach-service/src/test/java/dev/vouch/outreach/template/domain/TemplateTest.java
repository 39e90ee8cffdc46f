package dev.vouch.outreach.template.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Template TEMPLATE = new Template(
            "first-de",
            "de",
            "{{displayName}}, eine Frage",
            "Hallo {{ displayName }},\n\nDein Beitrag {{hook}} gefällt uns.\n\n{{unsubscribe}}");

    @Test
    void gaps_are_filled() {
        var filled = TEMPLATE.fill(Map.of(
                Placeholder.DISPLAY_NAME, "Mira $1 \\", Placeholder.HOOK, "„Brot“", Placeholder.UNSUBSCRIBE, "STOPP"));

        assertThat(filled.subject()).isEqualTo("Mira $1 \\, eine Frage");
        assertThat(filled.text()).isEqualTo("Hallo Mira $1 \\,\n\nDein Beitrag „Brot“ gefällt uns.\n\nSTOPP");
    }

    @Test
    void a_paragraph_whose_gap_nothing_fills_is_left_out_and_said() {
        var filled = TEMPLATE.fill(Map.of(Placeholder.DISPLAY_NAME, "Mira", Placeholder.UNSUBSCRIBE, "STOPP"));

        assertThat(filled.text()).isEqualTo("Hallo Mira,\n\nSTOPP");
        assertThat(filled.missing()).containsExactly("hook");
    }

    @Test
    void a_name_cannot_add_a_header_or_a_gap() {
        var filled = TEMPLATE.fill(Map.of(
                Placeholder.DISPLAY_NAME,
                "Mira\r\nBcc: all@example.org\u2028{{senderName}}",
                Placeholder.SENDER_NAME,
                "x"));

        assertThat(filled.subject()).isEqualTo("Mira Bcc: all@example.org {{senderName}}, eine Frage");
    }

    @Test
    void an_unknown_gap_is_refused_when_the_template_is_saved() {
        var refused = Template.saved(new Template("t", "de", "s", "{{firstName}} {{unsubscribe}} {{"));

        assertThat(((Decision.Refused<Template>) refused).reasons())
                .extracting(Reason::code)
                .containsExactly("template.unknown-placeholder", "template.unclosed-placeholder");
    }

    @Test
    void a_text_without_a_way_out_is_refused() {
        var refused = Template.saved(new Template("t", "de", "{{hook}}", "Hallo {{displayName}}"));

        assertThat(((Decision.Refused<Template>) refused).reasons())
                .extracting(Reason::code)
                .containsExactly("template.not-in-subject", "template.without-unsubscribe");
    }

    @Test
    void our_own_templates_may_be_saved() {
        assertThat(DefaultTemplates.all())
                .allSatisfy(template ->
                        assertThat(TemplatePolicy.objections(template)).isEqualTo(List.of()));
    }
}

package dev.vouch.outreach.conversation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.outreach.contact.domain.Meaning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ja, sehr gerne! Mein Honorar wäre 250 Euro.",
                "Hi! I'd love to work with you. My fee is $300.",
                "Klar, ich bin dabei :)",
                "Das klingt super, ich mache gerne mit.",
                "Count me in!",
                "Danke für die Nachricht, ich sage hiermit zu.",
                "Happy to collaborate, let's do it.",
                "Auf jeden Fall, wir würden gern mit euch zusammenarbeiten."
            })
    void a_yes_is_accepted(String text) {
        assertThat(understood(text))
                .extracting(Understanding::meaning, Understanding::certain)
                .containsExactly(Meaning.ACCEPTED, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Leider passt das nicht zu meinem Profil.",
                "Nein danke.",
                "Thanks for thinking of me, but I have to pass this time.",
                "Ich habe gerade keine Kapazitäten für Kooperationen, alles Gute!",
                "Sorry, I'm not interested.",
                "Danke, aber daran habe ich kein Interesse.",
                "I can't take this on right now.",
                "Das ist nicht so mein Ding, ich muss leider absagen."
            })
    void a_no_is_declined(String text) {
        assertThat(understood(text))
                .extracting(Understanding::meaning, Understanding::certain)
                .containsExactly(Meaning.DECLINED, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Was genau soll ich denn zeigen und bis wann?",
                "What is your budget?",
                "Könnt ihr mir mehr Infos schicken?",
                "Wie hoch ist das Honorar?"
            })
    void a_counter_question_is_a_question(String text) {
        assertThat(understood(text))
                .extracting(Understanding::meaning, Understanding::certain)
                .containsExactly(Meaning.QUESTION, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "Stopp!",
                "Bitte schreiben Sie mir nicht mehr.",
                "Ich möchte keine weiteren Mails von euch.",
                "Please remove me from your list.",
                "Don't contact me again.",
                "Nehmt mich bitte aus eurem Verteiler.",
                "Ich widerspreche der Nutzung meiner Daten.",
                "Unsubscribe",
                "Lasst mich in Ruhe.",
                "Klingt nett, aber bitte keine Werbung mehr per Mail."
            })
    void a_wish_to_be_left_alone_is_an_opt_out(String text) {
        assertThat(understood(text))
                .extracting(Understanding::meaning, Understanding::certain)
                .containsExactly(Meaning.OPT_OUT, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kein Problem, ich bin dabei!",
                "No problem, count me in.",
                "Ich kann es kaum erwarten, bin dabei!",
                "I can't wait, let's do it!"
            })
    void a_yes_with_a_no_in_it_is_no_refusal(String text) {
        assertThat(understood(text).meaning()).isEqualTo(Meaning.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ja gerne, aber was zahlt ihr?",
                "Klingt spannend!",
                "Eigentlich gerne, aber leider nicht im Mai."
            })
    void what_is_not_clear_waits_for_a_person(String text) {
        assertThat(understood(text).certain()).isFalse();
    }

    @Test
    void what_was_quoted_is_not_what_was_said() {
        var text = "Nein danke.\n\nAm Di., 24. Nov. 2026 um 10:00 Uhr schrieb Team <team@vouch.example>:\n"
                + "> Hättest du Lust? Antworte mit STOPP, wenn du nichts hören willst. Ja gerne!";

        assertThat(understood(text).meaning()).isEqualTo(Meaning.DECLINED);
    }

    @Test
    void what_we_wrote_is_not_the_answer_even_unmarked() {
        var sent = "Hallo Mira,\n\nWenn du von uns nichts mehr hören möchtest, antworte einfach mit STOPP.";

        var understood =
                ReplyPolicy.understand(incoming("Sehr gerne, ich bin dabei.\n\n" + sent, null, Map.of()), sent);

        assertThat(understood.meaning()).isEqualTo(Meaning.ACCEPTED);
    }

    @Test
    void a_machine_is_known_by_its_header() {
        var understood = ReplyPolicy.understand(
                incoming("Ja gerne!", "Re: Frage", Map.of("auto-submitted", "auto-replied")), "");

        assertThat(understood.meaning()).isEqualTo(Meaning.AUTOMATIC);
    }

    @Test
    void a_machine_without_a_header_is_known_by_its_words() {
        assertThat(understood("Ich bin bis zum 5. Dezember im Urlaub und nicht erreichbar. Diese Nachricht wird nicht "
                                + "weitergeleitet.")
                        .meaning())
                .isEqualTo(Meaning.AUTOMATIC);
    }

    @Test
    void an_opt_out_wins_over_a_header() {
        var understood = ReplyPolicy.understand(incoming("Stop", null, Map.of("auto-submitted", "auto-replied")), "");

        assertThat(understood.meaning()).isEqualTo(Meaning.OPT_OUT);
    }

    @Test
    void a_mail_with_the_subject_of_our_unsubscribe_header_is_an_opt_out() {
        assertThat(ReplyPolicy.understand(incoming("", "STOP", Map.of()), "").meaning())
                .isEqualTo(Meaning.OPT_OUT);
    }

    @Test
    void a_delivery_report_is_a_bounce() {
        var headers = Map.of("content-type", "multipart/report; report-type=delivery-status; boundary=x");

        assertThat(ReplyPolicy.understand(incoming("550 no such user", "Undelivered", headers), "")
                        .meaning())
                .isEqualTo(Meaning.BOUNCE);
    }

    @Test
    void one_fee_is_understood_and_of_two_none() {
        assertThat(understood("Ja, gerne. Mein Honorar liegt bei 1.250,50 €."))
                .extracting(Understanding::askedFeeMinorUnits, Understanding::currency)
                .containsExactly(125_050L, "EUR");
        assertThat(understood("I'd love to! $1,200 for a reel.").askedFeeMinorUnits())
                .isEqualTo(120_000L);
        assertThat(understood("Sehr gerne, CHF 300 passt.").currency()).isEqualTo("CHF");
        assertThat(understood("Ja gerne, 200 € für eine Story, 400 € für ein Reel.")
                        .askedFeeMinorUnits())
                .isNull();
        assertThat(understood("Ja gerne, 2 Reels am 24.12.").askedFeeMinorUnits())
                .isNull();
    }

    private static Understanding understood(String text) {
        return ReplyPolicy.understand(incoming(text, "Re: eine Frage", Map.of()), "");
    }

    private static Incoming incoming(String text, @Nullable String subject, Map<String, String> headers) {
        return new Incoming(
                "<1@example.org>",
                List.of(),
                null,
                "mira@example.org",
                Instant.parse("2026-11-24T10:00:00Z"),
                subject,
                text,
                headers);
    }
}

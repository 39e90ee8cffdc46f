package dev.vouch.outreach.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a contact learns from the log when its store was put back from an older backup. */
class AfterRestoreTest {

    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
    private static final Contact PLANNED = Contact.planned(ContactKey.first("instagram-1", "campaign-1"), 1, AT);

    @Test
    void what_the_log_calls_sent_is_sent_and_leaves_the_queue() {
        var contact = PLANNED.sentByTheLog(AT);

        assertThat(contact.state()).isEqualTo(ContactState.SENT);
        assertThat(contact.passage().sentAt()).isEqualTo(AT);
        assertThat(contact.sentByTheLog(AT.plusSeconds(1))).isEqualTo(contact);
    }

    @Test
    void an_answer_and_its_conclusion_are_one_answer() {
        var contact = PLANNED.sentByTheLog(AT)
                .answeredByTheLog(new Answer("reply-1", AT, Meaning.ACCEPTED, null, null))
                .answeredByTheLog(new Answer("event-3", AT, Meaning.ACCEPTED, 5_000L, "EUR"));

        assertThat(contact.dialogue().answers())
                .containsExactly(new Answer("reply-1", AT, Meaning.ACCEPTED, 5_000L, "EUR"));
        assertThat(contact.dialogue().conclusion())
                .isEqualTo(contact.dialogue().answers().get(0));
    }

    @Test
    void what_was_let_go_before_the_backup_is_unknown_and_nothing_else_is() {
        var approved = ProtocolStory.approved(PLANNED);

        assertThat(PLANNED.doubted("t", "evidence", AT)).isEqualTo(PLANNED);
        assertThat(PLANNED.sentByTheLog(AT).doubted("t", "evidence", AT).state())
                .isEqualTo(ContactState.SENT);
        var doubted = approved.doubted("t", "evidence", AT);
        assertThat(doubted.state()).isEqualTo(ContactState.UNKNOWN);
        assertThat(doubted.passage().attempts()).extracting(Attempt::answer).containsExactly("evidence");
        assertThat(ContactPolicy.againstSending(doubted, AT.plus(Duration.ofDays(1))))
                .isNotEmpty();
    }
}

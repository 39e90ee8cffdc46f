package dev.vouch.local.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.vouch.local.play.Letters.Reply;
import dev.vouch.local.process.Installation.Mail;
import jakarta.mail.MessagingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LettersTest {

    private static final String INFLUENCER = "mira.kresse@briefkastl.example";
    private static final String VOUCH = "vouch@vouch.example";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    private Letters letters;

    @BeforeEach
    void start() {
        server.start();
        letters = new Letters(new Mail(
                "127.0.0.1", server.getSmtp().getPort(), server.getImap().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_played_influencer_finds_the_letter_in_her_mailbox() throws MessagingException {
        GreenMailUtil.sendTextEmail(
                INFLUENCER, VOUCH, "Frage", "Grüße", server.getSmtp().getServerSetup());

        assertThat(letters.lettersOf(INFLUENCER)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Frage");
            assertThat(letter.from()).isEqualTo(VOUCH);
            assertThat(letter.messageId()).isNotBlank();
        });
    }

    @Test
    void an_answer_names_the_letter_that_it_answers_and_keeps_its_own_id() throws Exception {
        GreenMailUtil.sendTextEmail(
                INFLUENCER, VOUCH, "Frage", "Text", server.getSmtp().getServerSetup());
        var letter = letters.lettersOf(INFLUENCER).get(0);

        letters.answer(letter, INFLUENCER, new Reply("<antwort-1@played.example>", "Ich bin im Urlaub ☀️", true));

        var answer = server.getReceivedMessagesForDomain("vouch.example")[0];
        assertThat(answer.getHeader("In-Reply-To")).containsExactly(letter.messageId());
        assertThat(answer.getHeader("Message-ID")).containsExactly("<antwort-1@played.example>");
        assertThat(answer.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(answer.getContent().toString())
                .startsWith("Ich bin im Urlaub ☀️")
                .contains("> Text");
    }
}

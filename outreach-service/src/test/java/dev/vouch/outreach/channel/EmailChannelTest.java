package dev.vouch.outreach.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.outreach.channel.Delivery.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EmailChannelTest {

    private static final String CONTACT = "0123456789abcdef0123456789abcdef";

    @Test
    void the_body_arrives_before_the_ledger_is_asked_and_the_dot_after_it_agreed() throws Exception {
        try (var server = new ScriptedSmtpServer("250 ok", "250 taken")) {
            var delivery = handOver(server, "mira@example.org", () -> {
                assertThat(arrived(server)).isNotNull();
                server.timeline.add("ledger");
                return true;
            });

            assertThat(delivery).isEqualTo(new Delivery(Kind.ACCEPTED, "250 taken"));
            assertThat(server.timeline.subList(0, 3)).containsExactly("body", "ledger", "dot");
        }
    }

    @Test
    void no_dot_is_sent_if_the_ledger_does_not_agree() throws Exception {
        try (var server = new ScriptedSmtpServer("250 ok", "250 taken")) {
            var delivery = handOver(server, "mira@example.org", () -> false);

            assertThat(delivery.kind()).isEqualTo(Kind.REFUSED_FOR_NOW);
            await().atMost(Duration.ofSeconds(10)).until(() -> server.timeline.contains("broken off"));
            assertThat(server.timeline).doesNotContain("dot");
        }
    }

    @Test
    void no_dot_is_sent_if_the_ledger_does_not_answer() throws Exception {
        try (var server = new ScriptedSmtpServer("250 ok", "250 taken")) {
            var delivery = handOver(server, "mira@example.org", () -> {
                throw new IllegalStateException("the store is away");
            });

            assertThat(delivery.kind()).isEqualTo(Kind.REFUSED_FOR_NOW);
            await().atMost(Duration.ofSeconds(10)).until(() -> server.timeline.contains("broken off"));
            assertThat(server.timeline).doesNotContain("dot");
        }
    }

    @Test
    void a_server_that_falls_silent_after_the_dot_leaves_it_open() throws Exception {
        try (var server = new ScriptedSmtpServer("250 ok", ScriptedSmtpServer.HANG_UP)) {
            assertThat(handOver(server, "mira@example.org", () -> true).kind()).isEqualTo(Kind.UNANSWERED);
        }
    }

    @Test
    void a_no_after_the_dot_is_definite() throws Exception {
        try (var server = new ScriptedSmtpServer("250 ok", "451 try later")) {
            assertThat(handOver(server, "mira@example.org", () -> true).kind()).isEqualTo(Kind.REFUSED_FOR_NOW);
        }
        try (var server = new ScriptedSmtpServer("250 ok", "554 no")) {
            assertThat(handOver(server, "mira@example.org", () -> true).kind()).isEqualTo(Kind.REFUSED_FOR_GOOD);
        }
    }

    @Test
    void a_refused_recipient_never_reaches_the_ledger() throws Exception {
        BooleanSupplier never = () -> {
            throw new AssertionError("asked");
        };
        try (var server = new ScriptedSmtpServer("550 no such user", "250 taken")) {
            assertThat(handOver(server, "mira@example.org", never).kind()).isEqualTo(Kind.REFUSED_FOR_GOOD);
        }
        try (var server = new ScriptedSmtpServer("450 greylisted", "250 taken")) {
            assertThat(handOver(server, "mira@example.org", never).kind()).isEqualTo(Kind.REFUSED_FOR_NOW);
        }
    }

    @Test
    void an_address_cannot_carry_a_command() throws Exception {
        try (var server = new ScriptedSmtpServer("250 ok", "250 taken")) {
            for (var address : new String[] {
                "mira@example.org\r\nRCPT TO:<x@example.org>",
                "mira@example.org\u760d\u760aDATA",
                "a@b@c",
                "a..b@example.org",
                "<mira@example.org>",
                "mira@example.org,x@example.org",
                null
            }) {
                assertThat(handOver(server, address, () -> true).kind()).isEqualTo(Kind.REFUSED_FOR_GOOD);
            }
            assertThat(server.timeline).isEmpty();
        }
    }

    @Test
    void the_same_message_is_the_same_to_the_byte() throws Exception {
        try (var server = new ScriptedSmtpServer("250 ok", "451 try later")) {
            handOver(server, "mira@example.org", () -> true);
            handOver(server, "mira@example.org", () -> true);

            assertThat(arrived(server)).isEqualTo(arrived(server)).contains("Message-ID: <contact." + CONTACT + "@");
        }
    }

    private static @Nullable String arrived(ScriptedSmtpServer server) {
        try {
            return server.bodySeen.poll(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Delivery handOver(ScriptedSmtpServer server, @Nullable String address, BooleanSupplier commit)
            throws IOException {
        var settings = new Settings(server.port());
        var message = new Message(
                CONTACT,
                address,
                "Eine Frage für dich",
                "Grüße\n.\nlast line",
                "de",
                Instant.parse("2026-11-24T10:00:00Z"));
        return new EmailChannel(settings, new Sender(settings)).handOver(message, commit);
    }

    private record Settings(int port) implements MailSettings {

        @Override
        public Server smtp() {
            return new LocalServer(port);
        }

        @Override
        public Server imap() {
            return new LocalServer(0);
        }

        @Override
        public Optional<String> user() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public String from() {
            return "team@vouch.example";
        }

        @Override
        public String fromName() {
            return "Das Team";
        }

        @Override
        public Duration answerTimeout() {
            return Duration.ofSeconds(10);
        }
    }

    private record LocalServer(int port) implements MailSettings.Server {

        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public Optional<MailSettings.Protection> protection() {
            return Optional.empty();
        }
    }
}

package dev.vouch.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerIT {

    private static final String ADA = "ada@baker.example";

    @TempDir
    Path folder;

    private final int smtpPort = OwnProcess.freePort();
    private final int imapPort = OwnProcess.freePort();

    @Test
    void an_accepted_message_survives_a_kill() throws Exception {
        try (var server = start()) {
            send(ADA, "Grüße vom Brotteam", "<first@vouch.example>");
        }

        try (var server = start()) {
            send(ADA, "Noch etwas", "<second@vouch.example>");
            assertThat(messageIds(ADA)).containsExactly("<first@vouch.example>", "<second@vouch.example>");
        }
    }

    @Test
    void a_plus_address_is_the_mailbox_before_the_plus() throws Exception {
        try (var server = start()) {
            send("team+abc123@vouch.example", "Re: Brot", "<reply@baker.example>");

            assertThat(messageIds("team@vouch.example")).containsExactly("<reply@baker.example>");
        }
    }

    @Test
    void the_log_shows_body_dot_kept_and_250_in_this_order() throws Exception {
        try (var server = start()) {
            send(ADA, "Brot", "<first@vouch.example>");
        }

        var log = Files.readAllLines(folder.resolve("smtp.log"));
        assertThat(indexes(
                        log,
                        "server=\"354",
                        "client=message",
                        "dot=true",
                        "kept message-id=<first@",
                        "server=\"250 OK\""))
                .isSorted()
                .doesNotContain(-1);
        assertThat(log).anyMatch(line -> line.contains("to=" + ADA));
    }

    @Test
    void what_breaks_off_before_the_dot_is_no_message() throws Exception {
        try (var server = start()) {
            try (var socket = new Socket("127.0.0.1", smtpPort)) {
                var answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                answers.readLine();
                for (String line :
                        List.of("HELO test", "MAIL FROM:<team@vouch.example>", "RCPT TO:<" + ADA + ">", "DATA")) {
                    say(socket, line + "\r\n");
                    answers.readLine();
                }
                say(socket, "Subject: Brot\r\n\r\nhalf a mess");
            }
            send(ADA, "whole", "<whole@vouch.example>"); // the later message that closes the story

            assertThat(messageIds(ADA)).containsExactly("<whole@vouch.example>");
        }
    }

    private OwnProcess start() throws IOException {
        return OwnProcess.of(MailServer.class, folder, smtpPort, imapPort);
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Where each text first stands from the place of the one before on. */
    private static List<Integer> indexes(List<String> log, String... texts) {
        int[] from = {0};
        return Arrays.stream(texts)
                .map(text -> {
                    for (int i = from[0]; i < log.size(); i++) {
                        if (log.get(i).contains(text)) {
                            from[0] = i;
                            return i;
                        }
                    }
                    return -1;
                })
                .toList();
    }

    private void send(String to, String subject, String messageId) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(smtpPort));
        var message = new MimeMessage(Session.getInstance(settings)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        message.setFrom(new InternetAddress("team@vouch.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setText("Hallo,\n.\npassen wir zusammen?\n", "UTF-8");
        Transport.send(message);
    }

    private List<String> messageIds(String user) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.imap.host", "127.0.0.1");
        settings.put("mail.imap.port", Integer.toString(imapPort));
        try (var store = Session.getInstance(settings).getStore("imap")) {
            store.connect(user, "any password");
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return Arrays.stream(inbox.getMessages())
                    .map(MailServerIT::messageId)
                    .toList();
        }
    }

    private static String messageId(Message message) {
        try {
            return ((MimeMessage) message).getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.vouch.outreach;

import static dev.vouch.testkit.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.contract.AccountKind;
import dev.vouch.contract.Platform;
import dev.vouch.contract.campaign.CampaignCancelledV1;
import dev.vouch.contract.campaign.CampaignLaunchedV1;
import dev.vouch.contract.scoring.ShortlistApprovedV1;
import dev.vouch.outreach.contact.domain.ContactKey;
import dev.vouch.testkit.TopicWriter;
import io.restassured.path.json.JsonPath;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** One campaign of a test, told from outside: topics, REST and mail. */
public final class Story {

    public static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    public final String campaignId =
            "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);

    public static String withAddress() {
        return influencer("0");
    }

    public static String withoutAddress() {
        return influencer("1");
    }

    private static String influencer(String lastDigit) {
        return "instagram-" + UUID.randomUUID().toString().replace("-", "").substring(0, 15) + lastDigit;
    }

    public Story launched() {
        var brief = new CampaignLaunchedV1.Brief(
                List.of(new CampaignLaunchedV1.TopicWord("backen", 1)),
                List.of(),
                List.of(),
                List.of(Platform.INSTAGRAM),
                List.of("de"),
                List.of(),
                new CampaignLaunchedV1.FollowerRange(1_000, 100_000),
                List.of(AccountKind.PERSON),
                List.of());
        var kpi = new CampaignLaunchedV1.Kpi("reach", "people", 50_000, "sum of reach", LocalDate.of(2027, 3, 31));
        fact(
                1,
                new CampaignLaunchedV1(
                        campaignId,
                        "Winterbacken",
                        "Haferschmelz",
                        brief,
                        500_000,
                        "EUR",
                        12,
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2027, 2, 28),
                        List.of(kpi),
                        NOW));
        return this;
    }

    public Story cancelled() {
        fact(2, new CampaignCancelledV1(campaignId, NOW, null));
        return this;
    }

    private void fact(long sequence, dev.vouch.contract.Event event) {
        TopicWriter.fact("/campaign-service", campaignId, campaignId, sequence, NOW, event);
    }

    public Story approved(int revision, String... influencers) {
        var entries = Stream.of(influencers)
                .map(id -> new ShortlistApprovedV1.Entry(id, 80, 40_000))
                .toList();
        TopicWriter.fact(
                "/scoring-service",
                campaignId,
                campaignId,
                revision,
                NOW,
                new ShortlistApprovedV1(campaignId, revision, "marketer", NOW, "EUR", entries));
        return this;
    }

    public String contactOf(String influencerId) {
        return new ContactKey(influencerId, campaignId, 1).id();
    }

    /** A campaign with this one person, the message prepared, a basis recorded and approved. */
    public String approvedContactWith(String influencerId) {
        launched().approved(1, influencerId);
        var id = contactOf(influencerId);
        awaitStage(id, "TO_APPROVE");
        recordBasis(id);
        approve(id);
        return id;
    }

    public static void recordBasis(String contactId) {
        as("outreach-sender")
                .body("{\"kind\":\"PUBLISHED_FOR_COOPERATION\",\"evidence\":\"bio: Kooperationen an ...\"}")
                .post("/api/v1/contacts/" + contactId + "/basis")
                .then()
                .statusCode(200);
    }

    public static void approve(String contactId) {
        as("approver")
                .post("/api/v1/contacts/" + contactId + "/approval")
                .then()
                .statusCode(200);
    }

    public static JsonPath contact(String contactId) {
        return as("viewer")
                .get("/api/v1/contacts/" + contactId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static void awaitStage(String contactId, String stage) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(contact(contactId).getString("stage")).isEqualTo(stage));
    }

    public static void awaitState(String contactId, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(contact(contactId).getString("state")).isEqualTo(state));
    }

    /** What the person's mailbox holds. */
    public static List<Mail> inboxOf(String influencerId) {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port("imap"), Discovery.addressOf(influencerId), "any");
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                var mails = new ArrayList<Mail>();
                for (var message : inbox.getMessages()) {
                    mails.add(Mail.of(message));
                }
                return mails;
            }
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    public static Mail awaitMail(String influencerId) {
        await().atMost(PATIENCE).until(() -> !inboxOf(influencerId).isEmpty());
        return inboxOf(influencerId).get(0);
    }

    public record Mail(
            String messageId,
            String subject,
            String replyTo,
            String unsubscribe,
            List<String> recipients,
            String text) {

        static Mail of(Message message) throws MessagingException, IOException {
            return new Mail(
                    message.getHeader("Message-ID")[0],
                    message.getSubject(),
                    ((InternetAddress) message.getReplyTo()[0]).getAddress(),
                    message.getHeader("List-Unsubscribe")[0],
                    Arrays.stream(message.getAllRecipients())
                            .map(Object::toString)
                            .toList(),
                    message.getContent().toString());
        }
    }

    /** Answers as a mail program does. */
    public static void answer(String influencerId, Mail mail, String text) {
        send(influencerId, mail.replyTo(), "Re: " + mail.subject(), text, mail.messageId());
    }

    public static void send(String fromInfluencer, String to, String subject, String text, String inReplyTo) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(Discovery.addressOf(fromInfluencer));
            message.setRecipients(Message.RecipientType.TO, to);
            message.setSubject(subject, "UTF-8");
            message.setText(text, "UTF-8");
            if (inReplyTo != null) {
                message.setHeader("In-Reply-To", inReplyTo);
                message.setHeader("References", inReplyTo);
            }
            message.saveChanges();
            var properties = new Properties();
            properties.put("mail.smtp.host", "127.0.0.1");
            properties.put("mail.smtp.port", port("smtp"));
            try (var transport = Session.getInstance(properties).getTransport("smtp")) {
                transport.connect("127.0.0.1", port("smtp"), null, null);
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static int port(String protocol) {
        return ConfigProvider.getConfig().getValue("vouch.mail." + protocol + ".port", Integer.class);
    }
}

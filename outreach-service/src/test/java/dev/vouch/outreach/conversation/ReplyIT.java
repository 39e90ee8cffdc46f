package dev.vouch.outreach.conversation;

import static dev.vouch.outreach.Story.awaitMail;
import static dev.vouch.outreach.Story.awaitState;
import static dev.vouch.outreach.Story.contact;
import static dev.vouch.testkit.Requests.as;
import static dev.vouch.testkit.TopicReader.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.vouch.contract.ContactChannel;
import dev.vouch.contract.outreach.ReplyReceivedV1;
import dev.vouch.outreach.Neighbours;
import dev.vouch.outreach.Story;
import dev.vouch.testkit.Received;
import dev.vouch.testkit.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class ReplyIT {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void who_asks_to_be_left_alone_is_never_written_to_again() {
        // given
        var mira = Story.withAddress();
        var id = new Story().approvedContactWith(mira);
        var waiting = new Story().launched().approved(1, mira);
        Story.awaitStage(waiting.contactOf(mira), "TO_APPROVE");

        // when
        Story.answer(mira, awaitMail(mira), "Bitte keine weiteren Mails.");

        // then
        assertThat(topic("vouch.outreach.contact").of(id).until("contact.opted-out"))
                .extracting(Received::type)
                .containsExactly("influencer.contacted", "influencer.replied", "contact.opted-out");
        awaitState(waiting.contactOf(mira), "CANCELLED");
        var later = new Story().launched().approved(1, mira);
        Story.awaitStage(later.contactOf(mira), "TO_APPROVE");
        Story.recordBasis(later.contactOf(mira));
        as("approver")
                .post("/api/v1/contacts/" + later.contactOf(mira) + "/approval")
                .then()
                .statusCode(409)
                .body("reasons.code", hasItem("contact.suppressed"));
    }

    @Test
    void a_suppression_by_request_cancels_and_can_be_lifted_with_a_reason() {
        var mira = Story.withAddress();
        var story = new Story().launched().approved(1, mira);
        Story.awaitStage(story.contactOf(mira), "TO_APPROVE");

        var answer = as("data-protection")
                .body("{\"influencerId\":\"" + mira + "\",\"reason\":\"asked on the phone\"}")
                .post("/api/v1/suppressions")
                .then()
                .statusCode(200)
                .body("cancelled", equalTo(List.of(story.contactOf(mira))))
                .body("alreadyBeingSent", equalTo(List.of()))
                .extract()
                .jsonPath();

        var ids = answer.getList("suppressionIds", String.class);
        assertThat(ids).hasSize(2).noneMatch(id -> id.contains(mira));
        as("data-protection")
                .delete("/api/v1/suppressions/" + ids.get(0))
                .then()
                .statusCode(400);
        as("data-protection")
                .delete("/api/v1/suppressions/" + ids.get(0) + "?reason=mistake")
                .then()
                .statusCode(204);
        as("data-protection").get("/api/v1/suppressions/" + ids.get(0)).then().statusCode(404);
    }

    @Test
    void an_automatic_answer_concludes_nothing() {
        var mira = Story.withAddress();
        var id = new Story().approvedContactWith(mira);
        var mail = awaitMail(mira);
        awaitState(id, "SENT");

        reply(id, "<auto-" + id + "@people.example>", "Ja, ich bin wieder da ab Montag.", true);
        // The mailbox is another way into the conversation, and may be faster.
        topic("vouch.outreach.contact").of(id).until("influencer.replied");
        Story.answer(mira, mail, "Leider passt das nicht.");

        assertThat(topic("vouch.outreach.contact").of(id).until("influencer.declined"))
                .extracting(Received::type)
                .containsExactly(
                        "influencer.contacted", "influencer.replied", "influencer.replied", "influencer.declined");
        assertThat(contact(id).getString("answers[0].meaning")).isEqualTo("AUTOMATIC");
    }

    @Test
    void the_same_message_by_mailbox_topic_and_rest_is_one() {
        // given
        var mira = Story.withoutAddress();
        var id = new Story().approvedContactWith(mira);
        as("outreach-sender").post("/api/v1/contacts/" + id + "/opening").then().statusCode(200);
        as("outreach-sender").post("/api/v1/contacts/" + id + "/sent").then().statusCode(200);
        var messageId = "<dm-" + id + "@crm.example>";

        // when
        var first = reply(id, messageId, "Ja, ich bin dabei!", false);
        var again = reply(id, messageId, "Ja, ich bin dabei!", false);

        // then
        await().atMost(Story.PATIENCE)
                .untilAsserted(() -> as("service")
                        .get("/api/v1/submissions/" + again)
                        .then()
                        .statusCode(200)
                        .body("outcome", equalTo("UNCHANGED")));
        as("service").get("/api/v1/submissions/" + first).then().body("outcome", equalTo("CREATED"));
        as("service")
                .body("{\"messageId\":\"" + messageId + "\",\"contactToken\":\"" + id + "\",\"text\":\"Ja!\"}")
                .post("/api/v1/submissions")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("UNCHANGED"));
        assertThat(contact(id).getList("answers")).hasSize(1);
    }

    @Test
    void what_is_not_clear_is_decided_by_a_person() {
        // given
        var mira = Story.withAddress();
        var id = new Story().approvedContactWith(mira);
        Story.answer(mira, awaitMail(mira), "Ja gerne, aber was zahlt ihr denn?");
        await().atMost(Story.PATIENCE)
                .untilAsserted(() -> assertThat(contact(id).getList("answers")).hasSize(1));
        var message = as("outreach-sender").get("/api/v1/conversations/" + id).jsonPath();

        // when
        as("outreach-sender")
                .body("{\"meaning\":\"ACCEPTED\",\"askedFeeMinorUnits\":30000,\"currency\":\"EUR\"}")
                .post("/api/v1/conversations/" + id + "/messages/" + message.getString("messages[1].id") + "/meaning")
                .then()
                .statusCode(200)
                .body("certain", equalTo(true));

        // then
        assertThat(message.getString("messages[1].meaning")).isEqualTo("ACCEPTED");
        assertThat(message.getBoolean("messages[1].certain")).isFalse();
        var accepted = topic("vouch.outreach.contact").of(id).until("influencer.accepted");
        assertThat(accepted.get(2).data().get("askedFeeMinorUnits").asLong()).isEqualTo(30_000);
    }

    @Test
    void a_message_that_fits_nobody_waits_for_a_person() {
        var mira = Story.withAddress();
        var id = new Story().approvedContactWith(mira);
        awaitState(id, "SENT");
        var stranger = Story.withAddress();

        Story.send(
                stranger,
                "team@vouch.example",
                "Hallo",
                "Ich schreibe von meiner anderen Adresse: ja, sehr gerne!",
                null);

        var found = await().atMost(Story.PATIENCE)
                .until(
                        () -> as("outreach-sender")
                                .get("/api/v1/conversations/unassigned?limit=200")
                                .jsonPath()
                                .getString("items.find { it.from == '" + stranger + "@people.example' }.id"),
                        value -> value != null);
        as("outreach-sender")
                .post("/api/v1/conversations/" + id + "/messages/" + found + "/assignment")
                .then()
                .statusCode(200);
        assertThat(topic("vouch.outreach.contact").of(id).until("influencer.accepted"))
                .hasSize(3);
    }

    private static String reply(String contactId, String messageId, String text, boolean automatic) {
        var eventId = UUID.randomUUID().toString();
        return TopicWriter.observation(
                eventId,
                contactId,
                NOW,
                new ReplyReceivedV1(
                        messageId, null, null, contactId, ContactChannel.ASSISTED, null, NOW, "Re", text, automatic));
    }
}

package dev.vouch.outreach.contact;

import static dev.vouch.outreach.Story.awaitMail;
import static dev.vouch.outreach.Story.awaitStage;
import static dev.vouch.outreach.Story.awaitState;
import static dev.vouch.outreach.Story.contact;
import static dev.vouch.outreach.Story.inboxOf;
import static dev.vouch.testkit.Requests.as;
import static dev.vouch.testkit.TopicReader.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.vouch.outreach.Neighbours;
import dev.vouch.outreach.Story;
import dev.vouch.testkit.Received;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class ContactIT {

    @Test
    void an_approved_shortlist_becomes_a_mail_and_a_yes_becomes_an_acceptance() {
        // given
        var story = new Story();
        var mira = Story.withAddress();
        var id = story.approvedContactWith(mira);

        // when
        var mail = awaitMail(mira);
        Story.answer(mira, mail, "Sehr gerne! Mein Honorar wäre 250 Euro.\n\n> Hallo Mira");

        // then
        assertThat(mail.subject()).isEqualTo("Mira Öztürk, eine Frage zu Haferschmelz");
        assertThat(mail.text()).contains("Sauerteig ohne Ei", "STOPP", "Winterbacken");
        assertThat(mail.recipients()).hasSize(1);
        assertThat(mail.messageId()).contains(id);
        assertThat(mail.unsubscribe()).contains("+c-" + id);
        var told = topic("vouch.outreach.contact").of(id).until("influencer.accepted");
        assertThat(told)
                .extracting(Received::type)
                .containsExactly("influencer.contacted", "influencer.replied", "influencer.accepted");
        assertThat(told.get(2).data().get("askedFeeMinorUnits").asLong()).isEqualTo(25_000);
        assertThat(told.get(1).data().get("meaning").asText()).isEqualTo("ACCEPTED");
        as("outreach-sender")
                .get("/api/v1/conversations/" + id)
                .then()
                .statusCode(200)
                .body("messages.direction", equalTo(List.of("OUT", "IN")));
    }

    @Test
    void nothing_is_approved_without_a_basis() {
        var story = new Story();
        var mira = Story.withAddress();
        story.launched().approved(1, mira);
        var id = story.contactOf(mira);
        awaitStage(id, "TO_APPROVE");

        as("approver")
                .post("/api/v1/contacts/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("reasons.code", hasItem("contact.no-basis"));
    }

    @Test
    void the_same_shortlist_approved_again_writes_to_nobody_twice() {
        // given
        var story = new Story();
        var mira = Story.withAddress();
        var id = story.approvedContactWith(mira);
        awaitMail(mira);
        awaitState(id, "SENT");

        // when
        var other = Story.withAddress();
        story.approved(2, mira, other);
        Story.approve(id);
        awaitStage(story.contactOf(other), "TO_APPROVE");
        Story.recordBasis(story.contactOf(other));
        Story.approve(story.contactOf(other));
        awaitMail(other); // the later event that closes the story

        // then
        assertThat(inboxOf(mira)).hasSize(1);
    }

    @Test
    void another_campaign_waits_for_the_quiet_period() {
        // given
        var mira = Story.withAddress();
        var first = new Story().approvedContactWith(mira);
        awaitState(first, "SENT");

        // when
        var second = new Story().approvedContactWith(mira);

        // then
        org.awaitility.Awaitility.await()
                .atMost(Story.PATIENCE)
                .untilAsserted(() ->
                        assertThat(contact(second).getString("holdUp.code")).isEqualTo("contact.too-soon"));
        assertThat(contact(second).getString("state")).isEqualTo("PLANNED");
        assertThat(inboxOf(mira)).hasSize(1);
    }

    @Test
    void whom_a_newer_shortlist_does_not_name_is_cancelled() {
        var story = new Story();
        var mira = Story.withAddress();
        var other = Story.withAddress();
        story.launched().approved(1, mira, other);
        awaitStage(story.contactOf(mira), "TO_APPROVE");

        story.approved(2, other);

        awaitState(story.contactOf(mira), "CANCELLED");
        assertThat(contact(story.contactOf(other)).getString("state")).isEqualTo("PLANNED");
    }

    @Test
    void a_cancelled_campaign_writes_to_nobody_any_more() {
        var story = new Story();
        var mira = Story.withAddress();
        story.launched().approved(1, mira);
        awaitStage(story.contactOf(mira), "TO_APPROVE");
        Story.recordBasis(story.contactOf(mira));

        story.cancelled();

        awaitState(story.contactOf(mira), "CANCELLED");
        as("approver")
                .post("/api/v1/contacts/" + story.contactOf(mira) + "/approval")
                .then()
                .statusCode(409)
                .body("reasons.code", hasItem("contact.campaign-cancelled"));
    }

    @Test
    void a_person_without_an_address_is_written_to_by_hand() {
        // given
        var story = new Story();
        var mira = Story.withoutAddress();
        var id = story.approvedContactWith(mira);

        // when
        var opened = as("outreach-sender")
                .post("/api/v1/contacts/" + id + "/opening")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var sent = as("outreach-sender").post("/api/v1/contacts/" + id + "/sent");

        // then
        assertThat(opened.getString("link")).isEqualTo("https://ig.me/m/mira.backt");
        assertThat(opened.getString("text")).contains("Sauerteig ohne Ei");
        assertThat(opened.getString("contact.state")).isEqualTo("COMMITTING");
        sent.then().statusCode(200).body("state", equalTo("SENT"));
        assertThat(topic("vouch.outreach.contact")
                        .of(id)
                        .first(1)
                        .get(0)
                        .data()
                        .get("channel")
                        .asText())
                .isEqualTo("ASSISTED");
        as("admin").post("/api/v1/contacts/" + id + "/opening").then().statusCode(409);
    }

    @Test
    void a_silent_person_is_asked_once_more_and_not_after_an_answer() {
        // given
        var mira = Story.withAddress();
        var first = new Story().approvedContactWith(mira);
        awaitState(first, "SENT");

        // when
        var second = followUp(first)
                .then()
                .statusCode(201)
                .body("touch", equalTo(2))
                .extract()
                .jsonPath()
                .getString("contactId");
        awaitStage(second, "TO_APPROVE");
        Story.approve(second);
        awaitState(second, "SENT");
        var mails = inboxOf(mira);
        Story.answer(mira, mails.get(1), "Leider passt das nicht.");

        // then
        assertThat(mails)
                .extracting(Story.Mail::subject)
                .containsExactly("Mira Öztürk, eine Frage zu Haferschmelz", "Noch einmal: Haferschmelz");
        assertThat(topic("vouch.outreach.contact").of(second).until("influencer.declined"))
                .extracting(Received::type)
                .containsExactly("influencer.contacted", "influencer.replied", "influencer.declined");
        followUp(second).then().statusCode(409).body("reasons.code", hasItem("contact.answered"));
    }

    private static Response followUp(String contactId) {
        return as("outreach-sender").post("/api/v1/contacts/" + contactId + "/follow-up");
    }

    @Test
    void many_are_approved_at_once_and_each_says_how_it_went() {
        var story = new Story();
        var mira = Story.withAddress();
        story.launched().approved(1, mira);
        var id = story.contactOf(mira);
        awaitStage(id, "TO_APPROVE");

        as("outreach-sender")
                .body("{\"contactIds\":[\"" + id + "\",\"nobody\"]}")
                .post("/api/v1/contacts/approvals")
                .then()
                .statusCode(200)
                .body("items.done", equalTo(List.of(false, false)))
                .body("items[0].reasons.code", hasItem("contact.no-basis"))
                .body("items[1].reasons.code", hasItem("contact.not-found"));
    }

    @Test
    void another_list_under_the_same_key_lets_nobody_go() {
        // given
        var story = new Story();
        var mira = Story.withAddress();
        var other = Story.withAddress();
        story.launched().approved(1, mira, other);
        for (var each : List.of(mira, other)) {
            awaitStage(story.contactOf(each), "TO_APPROVE");
            Story.recordBasis(story.contactOf(each));
        }
        var key = UUID.randomUUID().toString();

        // when
        var first = approvals(key, story.contactOf(mira));
        var another = approvals(key, story.contactOf(other));
        var again = approvals(key, story.contactOf(mira));

        // then
        first.then().statusCode(200).body("items.done", equalTo(List.of(true)));
        another.then().statusCode(422);
        again.then().statusCode(200);
        assertThat(contact(story.contactOf(other)).getString("stage")).isEqualTo("TO_APPROVE");
        awaitState(story.contactOf(mira), "SENT");
        assertThat(inboxOf(mira)).hasSize(1);
    }

    private static Response approvals(String key, String contactId) {
        return as("outreach-sender")
                .header("Idempotency-Key", key)
                .body("{\"contactIds\":[\"" + contactId + "\"]}")
                .post("/api/v1/contacts/approvals");
    }
}

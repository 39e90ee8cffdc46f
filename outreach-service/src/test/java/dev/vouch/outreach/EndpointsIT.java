package dev.vouch.outreach;

import static dev.vouch.testkit.Requests.anonymous;
import static dev.vouch.testkit.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.testkit.EveryEndpoint;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class EndpointsIT extends EveryEndpoint {

    private static final String CONTACT = "/api/v1/contacts/{id}";
    private static final String MESSAGE = "/api/v1/conversations/{id}/messages/{messageId}";

    /** Every service has them, and the chassis proves them. */
    private static final List<String> OF_THE_CHASSIS = List.of("/api/v1/gaps", "/api/v1/dead-letters");

    private static @Nullable Cast cast;

    /** One campaign with a contact at every point that an endpoint asks for. */
    @BeforeEach
    void a_contact_at_every_point() {
        if (cast == null) {
            cast = Cast.called();
        }
    }

    private static Cast people() {
        return cast == null ? Cast.NOBODY : cast;
    }

    @Override
    protected Map<String, String> queryFor(String path) {
        return switch (path) {
            // whom nothing happens to any more while the pages are read
            case "/api/v1/contacts" -> Map.of("campaign", people().campaignId(), "state", "SENT");
            case "/api/v1/suppressions/{id}" -> Map.of("reason", "mistake");
            default -> Map.of();
        };
    }

    @Override
    protected List<Example> repeatable() {
        return Stream.concat(
                        changes().stream(),
                        Stream.of(
                                new Example(
                                        "POST",
                                        "/api/v1/contacts/bases",
                                        Map.of(),
                                        bases("signed form"),
                                        bases("campaign of last year")),
                                new Example(
                                        "POST",
                                        "/api/v1/contacts/approvals",
                                        Map.of(),
                                        approvals(people().based()),
                                        approvals(people().based(), people().prepared())),
                                new Example("POST", "/api/v1/submissions", Map.of(), said("Ja, gerne!"), said("Nein.")),
                                new Example(
                                        "POST",
                                        "/api/v1/suppressions",
                                        Map.of(),
                                        suppression("asked by phone"),
                                        suppression("asked by post"))))
                .toList();
    }

    @Override
    protected List<Example> conditional() {
        return Stream.concat(
                        changes().stream(),
                        Stream.of(
                                new Example(
                                        "PUT",
                                        "/api/v1/templates/{name}",
                                        Map.of("name", "first-en"),
                                        "{\"subject\":\"Hi {{displayName}}\",\"text\":\"{{unsubscribe}}\"}",
                                        ""),
                                new Example(
                                        "DELETE",
                                        "/api/v1/suppressions/{id}",
                                        Map.of("id", people().suppression()),
                                        "",
                                        "")))
                .toList();
    }

    /** Of one thing that exists: they take a key and a version. */
    private static List<Example> changes() {
        return List.of(
                change("/basis", people().prepared(), basis("signed form"), basis("campaign of last year")),
                change("/approval", people().basedToo(), "", ""),
                change("/opening", people().approved(), "", ""),
                change("/sent", people().opened(), "", ""),
                change("/follow-up", people().silent(), "", ""),
                change("/resolution", people().unknown(), "{\"resolution\":\"FAILED\"}", "{\"resolution\":\"SENT\"}"),
                new Example(
                        "POST",
                        MESSAGE + "/meaning",
                        people().message(people().answer()),
                        "{\"meaning\":\"QUESTION\"}",
                        "{\"meaning\":\"OTHER\"}"),
                new Example("POST", MESSAGE + "/assignment", people().message(people().stray()), "", ""));
    }

    private static Example change(String path, String contactId, String body, String otherBody) {
        return new Example("POST", CONTACT + path, Map.of("id", contactId), body, otherBody);
    }

    @Test
    void no_change_is_left_out() {
        var walked = new TreeSet<String>();
        Stream.concat(repeatable().stream(), conditional().stream())
                .forEach(each -> walked.add(each.method() + " " + each.path()));

        assertThat(changesOfTheDocument()).containsExactlyElementsOf(walked);
    }

    private static TreeSet<String> changesOfTheDocument() {
        Map<String, Map<String, Object>> paths = anonymous()
                .queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath()
                .getMap("paths");
        var changes = new TreeSet<String>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method -> path.startsWith("/api/") && !method.equals("get"))
                .filter(method -> OF_THE_CHASSIS.stream().noneMatch(path::startsWith))
                .forEach(method -> changes.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return changes;
    }

    private static String basis(String evidence) {
        return "{\"kind\":\"EXISTING_RELATION\",\"evidence\":\"" + evidence + "\"}";
    }

    private static String bases(String evidence) {
        return "{\"contactIds\":[\"" + people().prepared() + "\"],\"kind\":\"EXISTING_RELATION\",\"evidence\":\""
                + evidence + "\"}";
    }

    private static String approvals(String... contactIds) {
        return "{\"contactIds\":[\"" + String.join("\",\"", contactIds) + "\"]}";
    }

    private static String said(String text) {
        return "{\"messageId\":\"<walk@crm.example>\",\"text\":\"" + text + "\"}";
    }

    private static String suppression(String reason) {
        return "{\"influencerId\":\"" + people().unwilling() + "\",\"reason\":\"" + reason + "\"}";
    }

    /**
     * Who stands where; all but one without an address, so that nothing leaves by itself while the questions are asked.
     *
     * @param prepared waits for its approval, and gets a basis now and then
     * @param based may be approved
     * @param answered was sent, and {@code answer} came back
     * @param silent was sent, and nothing came back
     * @param stray a message that fits nobody
     * @param suppression of somebody who left before
     */
    private record Cast(
            String campaignId,
            String unwilling,
            String prepared,
            String based,
            String basedToo,
            String approved,
            String opened,
            String unknown,
            String answered,
            String silent,
            String answer,
            String stray,
            String suppression) {

        static final Cast NOBODY = new Cast("", "", "", "", "", "", "", "", "", "", "", "", "");

        static Cast called() {
            var names = Stream.generate(Story::withoutAddress).limit(8).toArray(String[]::new);
            var unwilling = Story.withAddress();
            var gone = Story.withAddress();
            var story = new Story()
                    .launched()
                    .approved(
                            1,
                            Stream.concat(Stream.of(names), Stream.of(unwilling, gone))
                                    .toArray(String[]::new));
            var contacts = Stream.of(names).map(story::contactOf).toList();
            Stream.concat(contacts.stream(), Stream.of(story.contactOf(unwilling), story.contactOf(gone)))
                    .forEach(id -> Story.awaitStage(id, "TO_APPROVE"));
            contacts.stream().skip(1).forEach(Story::recordBasis);
            contacts.stream().skip(3).forEach(Story::approve);
            contacts.stream().skip(4).forEach(id -> step(id, "opening"));
            step(contacts.get(6), "sent");
            step(contacts.get(7), "sent");
            Story.awaitState(contacts.get(5), "UNKNOWN");
            return new Cast(
                    story.campaignId,
                    unwilling,
                    contacts.get(0),
                    contacts.get(1),
                    contacts.get(2),
                    contacts.get(3),
                    contacts.get(4),
                    contacts.get(5),
                    contacts.get(6),
                    contacts.get(7),
                    answered(contacts.get(6)),
                    strays(),
                    suppressed(gone));
        }

        Map<String, String> message(String messageId) {
            return Map.of("id", answered, "messageId", messageId);
        }

        private static void step(String contactId, String step) {
            as("outreach-sender")
                    .post("/api/v1/contacts/" + contactId + "/" + step)
                    .then()
                    .statusCode(200);
        }

        private static String answered(String contactId) {
            submitted("{\"messageId\":\"<a-" + contactId + "@crm.example>\",\"contactToken\":\"" + contactId
                    + "\",\"text\":\"Hm.\"}");
            return as("outreach-sender")
                    .get("/api/v1/conversations/" + contactId)
                    .jsonPath()
                    .getString("messages[1].id");
        }

        private static String strays() {
            List.of("1", "2")
                    .forEach(each -> submitted("{\"messageId\":\"<stray-" + each
                            + "@crm.example>\",\"from\":\"stray@elsewhere.example\",\"text\":\"Hallo.\"}"));
            return as("outreach-sender")
                    .get("/api/v1/conversations/unassigned?limit=200")
                    .jsonPath()
                    .getString("items.find { it.from == 'stray@elsewhere.example' }.id");
        }

        private static void submitted(String body) {
            as("service").body(body).post("/api/v1/submissions").then().statusCode(201);
        }

        private static String suppressed(String influencerId) {
            return as("data-protection")
                    .body("{\"influencerId\":\"" + influencerId + "\",\"reason\":\"asked by phone\"}")
                    .post("/api/v1/suppressions")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getString("suppressionIds[0]");
        }
    }
}

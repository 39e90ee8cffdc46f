package dev.vouch.outreach;

import dev.vouch.chassis.security.Role;
import dev.vouch.testkit.NaughtyStrings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
@WithTestResource(Neighbours.class)
class NaughtyStringsIT extends NaughtyStrings {

    private static final String REPLY = """
            {"messageId": "<%1$s@crm.example>", "inReplyTo": "<first@vouch.example>", "references": ["<first@vouch.example>"],
             "contactToken": "%1$s", "from": "mira@example.org", "subject": "Re: a question", "text": "Ja, gerne!"}
            """;

    @Override
    protected List<Writing> writings() {
        var person = Story.withoutAddress();
        var story = new Story().launched().approved(1, person);
        var contact = story.contactOf(person);
        Story.awaitStage(contact, "TO_APPROVE");
        return List.of(
                new Writing(Role.OUTREACH_SENDER, "POST", "/api/v1/contacts/" + contact + "/basis", """
                        {"kind": "EXISTING_RELATION", "evidence": "signed form"}
                        """),
                new Writing(Role.OUTREACH_SENDER, "POST", "/api/v1/contacts/bases", """
                        {"contactIds": ["%s"], "kind": "EXISTING_RELATION", "evidence": "signed form"}
                        """.formatted(contact)),
                new Writing(Role.OUTREACH_SENDER, "POST", "/api/v1/contacts/approvals", """
                        {"contactIds": ["%s"]}
                        """.formatted(contact)),
                new Writing(Role.OUTREACH_SENDER, "PUT", "/api/v1/templates/follow-up-en", """
                        {"subject": "Hi {{displayName}}", "text": "A question\\n{{unsubscribe}}"}
                        """),
                new Writing(Role.OUTREACH_SENDER, "POST", "/api/v1/submissions", REPLY.formatted(contact)),
                new Writing(
                        Role.OUTREACH_SENDER, "POST", "/api/v1/suppressions", """
                        {"influencerId": "%s", "address": "cem@example.org", "reason": "asked by phone"}
                        """.formatted(Story.withoutAddress())));
    }
}

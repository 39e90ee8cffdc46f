package dev.vouch.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One contact as the outreach service shows it. */
record Talk(JsonNode contact) {

    private static final Set<String> QUEUED = Set.of("PLANNED", "RETRY");
    private static final Set<String> UNDER_WAY = Set.of("PLANNED", "RETRY", "CLAIMED", "COMMITTING");

    String id() {
        return contact.path("id").asText();
    }

    String influencerId() {
        return contact.path("influencerId").asText();
    }

    String state() {
        return contact.path("state").asText();
    }

    boolean prepared() {
        return !contact.path("stage").asText().equals("TO_PREPARE") || !QUEUED.contains(state()) || held();
    }

    boolean toApprove() {
        return QUEUED.contains(state()) && contact.path("stage").asText().equals("TO_APPROVE");
    }

    boolean assisted() {
        return contact.path("channel").asText().equals("ASSISTED");
    }

    /** Approved and neither out yet nor held up by anything that only time or a person ends. */
    boolean aboutToLeave() {
        return contact.hasNonNull("approvedAt") && UNDER_WAY.contains(state()) && !held();
    }

    boolean sent() {
        return contact.hasNonNull("sentAt");
    }

    boolean hasBasis() {
        return !contact.path("basis").path("kind").asText("NONE").equals("NONE");
    }

    @Nullable
    String address() {
        var address = contact.path("recipient").path("address");
        return address.isTextual() ? address.asText() : null;
    }

    String name() {
        return contact.path("recipient").path("handle").asText(influencerId());
    }

    boolean german() {
        return contact.path("preview").path("template").asText().endsWith("de");
    }

    String subject() {
        return contact.path("preview").path("subject").asText();
    }

    int answers() {
        return contact.path("answers").size();
    }

    @Nullable
    String conclusion() {
        var meaning = contact.path("conclusion").path("meaning");
        return meaning.isTextual() ? meaning.asText() : null;
    }

    /** Where the talk stands, in a word or a sentence. */
    String standing() {
        var conclusion = conclusion();
        if (conclusion != null) {
            return conclusion;
        }
        if (answers() > 0) {
            return contact.path("answers").path(answers() - 1).path("meaning").asText();
        }
        if (sent()) {
            return "NO ANSWER";
        }
        return held() ? state() + ": " + holdUp() : state();
    }

    String holdUp() {
        return contact.path("holdUp").path("sentence").asText();
    }

    private boolean held() {
        return contact.hasNonNull("holdUp") || contact.hasNonNull("stop");
    }

    static List<Talk> of(List<JsonNode> contacts) {
        return contacts.stream().map(Talk::new).toList();
    }

    static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}

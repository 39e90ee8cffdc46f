package dev.vouch.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.vouch.local.process.Installation.Mail;
import dev.vouch.local.result.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The played outreach manager: templates, bases, previews, approvals, and what a person sends by hand. */
final class OutreachManager {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A message whose sender died is taken up by the next one after two minutes. */
    private static final Duration TAKE_OVER_PATIENCE = Duration.ofMinutes(3);

    private static final int PREVIEW_LINES = 5;

    private final Api outreach;
    private final Progress progress;

    OutreachManager(Services services, Progress progress) {
        this.outreach = services.outreach("outreach-sender");
        this.progress = progress;
    }

    /** Nobody is played if a message could reach a real person. */
    void requireMailToStayHere(Mail here) {
        var servers = outreach.all("senders").stream()
                .map(sender -> sender.path("server").asText())
                .toList();
        var local = here.host() + ":" + here.smtpPort();
        if (!here.host().startsWith("127.") || !servers.stream().allMatch(local::equals)) {
            throw new NotPlayed("people are only played while mail stays on this machine: outreach sends to " + servers
                    + ", the local mail server is " + local);
        }
    }

    /** Every message says that it is part of a play. */
    void saveTemplates() {
        saveTemplate(
                "first-de",
                "Dieses Gespräch wird auf einem einzelnen Rechner gespielt; die Nachricht verlässt ihn nicht.");
        saveTemplate("first-en", "This conversation is played on one machine; the message does not leave it.");
    }

    List<Talk> talks(String campaignId) {
        return Talk.of(outreach.all("contacts?campaign=" + campaignId));
    }

    /** Everybody on the approved shortlist, with the message that would leave. */
    List<Talk> awaitPrepared(String campaignId, int expected) {
        return Wait.until(
                "prepared contacts for " + expected + " people",
                PATIENCE,
                () -> Optional.of(talks(campaignId))
                        .filter(talks ->
                                talks.size() >= expected && talks.stream().allMatch(Talk::prepared)),
                () -> states(campaignId));
    }

    void recordBases(List<Talk> talks) {
        for (var talk : talks) {
            if (talk.toApprove() && !talk.hasBasis()) {
                var foundIn =
                        talk.contact().path("recipient").path("addressFoundIn").asText("profile");
                var basis = Api.JSON
                        .createObjectNode()
                        .put("kind", "PUBLISHED_FOR_COOPERATION")
                        .put("evidence", "played: judged by hand from " + foundIn);
                outreach.post("contacts/" + talk.id() + "/basis", "basis", basis);
            }
        }
    }

    void previewAndApprove(List<Talk> talks) {
        var waiting = talks.stream().filter(Talk::toApprove).toList();
        if (waiting.isEmpty()) {
            return;
        }
        preview(waiting.get(0));
        for (var talk : waiting) {
            var answer = outreach.tryPost("contacts/" + talk.id() + "/approval", "approval", MissingNode.getInstance());
            if (!answer.ok()) {
                progress.say("the message to " + talk.name() + " is not approved: " + answer.problem());
            }
        }
        progress.played(
                "outreach manager",
                "has recorded the bases, read the previews and approved " + waiting.size() + " messages");
    }

    /** Mail leaves by itself; the rest a person would paste into the platform's window. */
    List<Talk> awaitSent(String campaignId) {
        for (var talk : talks(campaignId)) {
            if (talk.assisted() && talk.aboutToLeave()) {
                sendByHand(talk);
            }
        }
        return Wait.until(
                "messages to leave",
                TAKE_OVER_PATIENCE,
                () -> Optional.of(talks(campaignId))
                        .filter(talks -> talks.stream().noneMatch(talk -> talk.aboutToLeave() && !talk.assisted())),
                () -> states(campaignId));
    }

    List<JsonNode> incoming(Talk talk) {
        return Talk.items(outreach.get("conversations/" + talk.id()).path("messages")).stream()
                .filter(message -> message.path("direction").asText().equals("IN"))
                .toList();
    }

    /** Where the service asks, or errs, the person who reads the answer says what it means. */
    Readings confirm(List<AnsweringInfluencer> influencers) {
        var readings = new Readings();
        for (var influencer : influencers) {
            var messages = incoming(influencer.talk());
            for (int i = 0; i < messages.size(); i++) {
                confirm(influencer, messages.get(i), influencer.answer(i + 1).meaning(), readings);
            }
        }
        return readings;
    }

    /** How well the service understood. */
    static final class Readings {
        int understood;
        final List<String> confirmed = new ArrayList<>();
        final List<String> corrected = new ArrayList<>();
    }

    private void confirm(AnsweringInfluencer influencer, JsonNode message, String meant, Readings readings) {
        var read = message.path("meaning").asText();
        boolean certain = message.path("certain").asBoolean() || message.hasNonNull("confirmedBy");
        if (certain && read.equals(meant)) {
            readings.understood++;
            return;
        }
        var request = Api.JSON.createObjectNode().put("meaning", meant);
        if (message.hasNonNull("askedFeeMinorUnits")) {
            request.set("askedFeeMinorUnits", message.get("askedFeeMinorUnits"));
            request.set("currency", message.get("currency"));
        }
        outreach.post(
                "conversations/" + influencer.talk().id() + "/messages/"
                        + message.path("id").asText() + "/meaning",
                "meaning-" + meant,
                request);
        var line = influencer.talk().name() + ": " + read + " -> " + meant;
        (read.equals(meant) || !certain ? readings.confirmed : readings.corrected).add(line);
    }

    private void saveTemplate(String name, String lastParagraph) {
        var template = outreach.get("templates/" + name);
        var text = template.path("text").asText();
        if (text.contains(lastParagraph)) {
            return;
        }
        var request = Api.JSON
                .createObjectNode()
                .put("subject", template.path("subject").asText())
                .put("text", text.stripTrailing() + "\n\n" + lastParagraph + "\n");
        var answer = outreach.send(
                "PUT",
                "templates/" + name,
                Map.of("If-Match", '"' + template.path("version").asText() + '"'),
                request);
        if (!answer.ok()) {
            throw new NotPlayed("the template " + name + " was not saved: " + answer.problem());
        }
        progress.played("outreach manager", "saves the template " + name);
    }

    private void preview(Talk talk) {
        progress.played("outreach manager", "reads the preview to " + talk.name() + ": " + talk.subject());
        talk.contact()
                .path("preview")
                .path("text")
                .asText()
                .lines()
                .limit(PREVIEW_LINES)
                .forEach(line -> progress.say("  | " + line));
    }

    private void sendByHand(Talk talk) {
        var opened = outreach.tryPost("contacts/" + talk.id() + "/opening", "opening", MissingNode.getInstance());
        if (opened.ok()) {
            outreach.post("contacts/" + talk.id() + "/sent", "sent", MissingNode.getInstance());
        } else {
            progress.say("no message to " + talk.name() + ": " + opened.problem());
        }
    }

    private Object states(String campaignId) {
        return talks(campaignId).stream()
                .map(talk -> talk.name() + " " + talk.state() + " "
                        + talk.contact().path("stage").asText() + " " + talk.holdUp())
                .toList();
    }
}

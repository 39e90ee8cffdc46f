package dev.vouch.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vouch.local.process.Installation;
import dev.vouch.local.result.Progress;
import dev.vouch.local.result.RunResult;
import dev.vouch.local.result.RunResult.Imported;
import dev.vouch.local.result.RunResult.Seconds;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** From a data set and a brief to people who are contacted, assigned and measured. A second run goes on where the first ended. */
public final class FiveSteps {

    private final Options options;
    private final Installation installation;
    private final Progress progress;
    private final Researcher researcher;
    private final Marketer marketer;
    private final Approver approver;
    private final OutreachManager manager;

    private FiveSteps(Options options, Installation installation, Progress progress) {
        this.options = options;
        this.installation = installation;
        this.progress = progress;
        var services = new Services(installation);
        researcher = new Researcher(services, progress);
        marketer = new Marketer(services, progress);
        approver = new Approver(services, progress);
        manager = new OutreachManager(services, progress);
    }

    /**
     * @param progress began when the run did, so that its seconds show what the start took
     * @throws NotPlayed when the steps cannot go on; the message is for the person in front of the console
     */
    public static RunResult run(Options options, Installation installation, Progress progress) throws IOException {
        return new FiveSteps(options, installation, progress).run();
    }

    private RunResult run() throws IOException {
        double started = progress.seconds();
        manager.requireMailToStayHere(installation.mail());
        var brief = Brief.read(options.brief());

        progress.heading("The data: profiles and their posts");
        var imported = bringIn();
        double importedAt = progress.seconds();

        progress.step(1, "Set the KPIs, state product and brief");
        var campaign = marketer.launch(brief);
        var campaignId = campaign.path("id").asText();

        progress.step(2, "Build the longlist");
        var longlist = researcher.awaitLonglist(campaignId);
        double longlistedAt = progress.seconds();
        sayLonglist(longlist);
        var entries = researcher.entries(campaignId);

        progress.step(3, "Score everybody, propose the shortlist");
        var shortlist = approver.awaitProposal(campaignId);
        double scoredAt = progress.seconds();
        progress.say(shortlist.path("entries").size() + " people are proposed, "
                + shortlist.path("runnersUp").size() + " runners-up");
        manager.saveTemplates();
        shortlist = approver.approve(shortlist);
        var people = People.of(shortlist, researcher);

        progress.step(4, "Contact everybody personally");
        var contactedBefore = sent(manager.talks(campaignId));
        var talks = contact(campaignId, people, brief);

        progress.step(5, "Agree, run it together, measure");
        var report = runTogether(campaignId, people, brief, talks);

        talks = manager.talks(campaignId);
        var collaborations = marketer.collaborations(campaignId);
        return new RunResult(
                brief.name() + " (campaign " + campaignId + ")",
                imported,
                entries.stream().map(Longlisted::of).toList(),
                approver.scored(campaignId),
                people.shortlisted(talks, collaborations),
                sent(talks).size(),
                sent(talks).stream().filter(id -> !contactedBefore.contains(id)).count(),
                talks.stream().filter(talk -> talk.answers() > 0).count(),
                collaborations.stream().filter(FiveSteps::isAgreed).count(),
                brief.currency(),
                report.path("budgetMinorUnits").asLong(),
                report.path("reservedMinorUnits").asLong(),
                kpis(report),
                new Seconds(
                        started,
                        importedAt - started,
                        longlistedAt - importedAt,
                        scoredAt - longlistedAt,
                        progress.seconds()));
    }

    private Imported bringIn() {
        var profiles = researcher.bringIn(options.profiles(), options.profileMapping(), options.observedAt());
        var posts = researcher.bringIn(options.posts(), options.postMapping(), options.observedAt());
        return Researcher.imported(profiles, posts);
    }

    private void sayLonglist(JsonNode longlist) {
        progress.say(longlist.path("count").asLong() + " people match the brief, of "
                + longlist.path("considered").asLong() + " who were considered");
        for (var removed : longlist.path("removedByFilter")) {
            progress.say("  " + removed.path("count").asLong() + " removed by "
                    + removed.path("filter").asText());
        }
    }

    private List<Talk> contact(String campaignId, People people, Brief brief) {
        var prepared = manager.awaitPrepared(campaignId, people.size());
        manager.recordBases(prepared);
        manager.previewAndApprove(manager.talks(campaignId));
        var talks = manager.awaitSent(campaignId);
        progress.say(sent(talks).size() + " messages are out, "
                + talks.stream().filter(talk -> talk.sent() && !talk.assisted()).count() + " of them by mail");
        talks.stream()
                .filter(talk -> !talk.sent())
                .forEach(talk -> progress.say("  not to " + talk.name() + ": " + talk.standing()));
        try (var submissions = new Submissions(installation.bootstrapServers())) {
            var answers = new Answers(brief.product());
            return new Conversations(manager, installation, submissions, answers, progress)
                    .play(campaignId, people.followers());
        }
    }

    private JsonNode runTogether(String campaignId, People people, Brief brief, List<Talk> talks) {
        var accepted = talks.stream()
                .filter(talk -> "ACCEPTED".equals(talk.conclusion()))
                .map(Talk::influencerId)
                .collect(Collectors.toSet());
        marketer.agreeFees(campaignId, accepted, people.ceilings());
        var agreed = marketer.agreed(campaignId, people.followers());
        try (var submissions = new Submissions(installation.bootstrapServers())) {
            var results = new CreatorResults(campaignId, brief.currency());
            var expected = Marketer.handIn(agreed, results, submissions, campaignId);
            progress.played("creators", agreed.size() + " people publish, and their figures are handed in");
            var report = marketer.report(campaignId, expected);
            progress.say("the report agrees with what was handed in, to the cent");
            return report;
        }
    }

    private static Set<String> sent(List<Talk> talks) {
        return talks.stream().filter(Talk::sent).map(Talk::id).collect(Collectors.toSet());
    }

    private static boolean isAgreed(JsonNode collaboration) {
        return collaboration.path("state").asText().equals("AGREED");
    }

    private static List<RunResult.KpiLine> kpis(JsonNode report) {
        return Talk.items(report.path("kpis")).stream()
                .map(kpi -> new RunResult.KpiLine(
                        kpi.path("id").asText(),
                        kpi.path("unit").asText(),
                        kpi.path("target").asDouble(),
                        kpi.hasNonNull("actual") ? kpi.path("actual").asDouble() : null))
                .toList();
    }
}

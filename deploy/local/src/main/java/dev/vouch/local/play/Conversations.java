package dev.vouch.local.play;

import dev.vouch.local.play.Letters.Reply;
import dev.vouch.local.process.Installation;
import dev.vouch.local.result.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Plays what follows the first messages: answers, a manager who reads them, a question that is answered, and the second answer. */
final class Conversations {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final OutreachManager manager;
    private final Letters letters;
    private final Submissions submissions;
    private final Answers answers;
    private final Progress progress;
    private final Clock clock = Clock.systemUTC();

    Conversations(
            OutreachManager manager,
            Installation installation,
            Submissions submissions,
            Answers answers,
            Progress progress) {
        this.manager = manager;
        this.letters = new Letters(installation.mail());
        this.submissions = submissions;
        this.answers = answers;
        this.progress = progress;
    }

    /** @return the contacts as they stand afterwards */
    List<Talk> play(String campaignId, Map<String, Long> followers) {
        answer(campaignId, followers, 1);
        var asking = influencers(campaignId, followers).stream()
                .filter(each ->
                        each.temper() == Temper.ASKS_FIRST && each.talk().answers() == 1)
                .filter(each -> each.talk().conclusion() == null)
                .toList();
        asking.forEach(each -> clarify(each, campaignId));
        answer(campaignId, followers, 2);
        return manager.talks(campaignId);
    }

    private void answer(String campaignId, Map<String, Long> followers, int nth) {
        var speaking = influencers(campaignId, followers).stream()
                .filter(each -> nth == 1 ? each.temper() != Temper.STAYS_SILENT : each.temper() == Temper.ASKS_FIRST)
                .filter(each -> each.talk().answers() == nth - 1)
                .toList();
        speaking.forEach(each -> say(each, nth));
        if (speaking.isEmpty()) {
            return;
        }
        progress.played("influencers", speaking.size() + " people answer, " + byMail(speaking) + " of them by mail");
        var ids = speaking.stream().map(each -> each.talk().id()).toList();
        Wait.until(
                "answers to arrive",
                PATIENCE,
                () -> Optional.of(manager.talks(campaignId))
                        .filter(talks -> talks.stream()
                                .filter(talk -> ids.contains(talk.id()))
                                .allMatch(talk -> talk.answers() >= nth)),
                () -> manager.talks(campaignId).stream().map(Talk::answers).toList());
        read(influencers(campaignId, followers).stream()
                .filter(each -> ids.contains(each.talk().id()))
                .toList());
    }

    private void say(AnsweringInfluencer influencer, int nth) {
        if (influencer.talk().assisted()) {
            influencer.sayOnThePlatform(nth, submissions, clock.instant());
        } else {
            influencer.sayByMail(nth, letters);
        }
    }

    private void read(List<AnsweringInfluencer> influencers) {
        var readings = manager.confirm(influencers);
        progress.say(readings.understood + " answers were understood, " + readings.confirmed.size()
                + " left to a person, " + readings.corrected.size() + " read wrongly");
        readings.confirmed.forEach(line -> progress.played("outreach manager", "says what it means, " + line));
        readings.corrected.forEach(line -> progress.played("outreach manager", "corrects, " + line));
    }

    /** Written from the manager's own mail program, or by hand on the platform. */
    private void clarify(AnsweringInfluencer influencer, String campaignId) {
        var talk = influencer.talk();
        progress.played("outreach manager", "answers the question of " + talk.name());
        var address = talk.address();
        if (talk.assisted() || address == null) {
            return;
        }
        var first = letters.lettersOf(address).stream()
                .filter(letter -> letter.replyTo().contains(talk.id()))
                .findFirst()
                .orElseThrow();
        var text = answers.clarification(talk.german(), Seed.dice("clarify", campaignId, talk.influencerId()));
        var id = "<" + Seed.id("clarification", campaignId, talk.influencerId()) + "@played.vouch.example>";
        letters.write(first.from(), first.replyTo(), address, "Re: " + first.subject(), new Reply(id, text, false));
    }

    private List<AnsweringInfluencer> influencers(String campaignId, Map<String, Long> followers) {
        var talks = manager.talks(campaignId).stream()
                .sorted(Comparator.comparing(talk -> Seed.id("deal", campaignId, talk.influencerId())))
                .toList();
        var influencers = new ArrayList<AnsweringInfluencer>();
        for (int i = 0; i < talks.size(); i++) {
            var talk = talks.get(i);
            if (talk.sent()) {
                long reach = Objects.requireNonNullElse(followers.get(talk.influencerId()), 1_000L);
                influencers.add(new AnsweringInfluencer(talk, Temper.dealt(i), reach, answers, campaignId));
            }
        }
        return influencers;
    }

    private static long byMail(List<AnsweringInfluencer> influencers) {
        return influencers.stream().filter(each -> !each.talk().assisted()).count();
    }
}

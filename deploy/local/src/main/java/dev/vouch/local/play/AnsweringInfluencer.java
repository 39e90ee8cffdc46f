package dev.vouch.local.play;

import dev.vouch.contract.ContactChannel;
import dev.vouch.contract.outreach.ReplyReceivedV1;
import dev.vouch.local.play.Letters.Letter;
import dev.vouch.local.play.Letters.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One played influencer: reads the own mailbox and answers by mail, or on the platform, from where an outside system hands
 * the answer in. What is answered follows from the seed alone, so that a second run would say the same again.
 */
final class AnsweringInfluencer {

    private final Talk talk;
    private final Temper temper;
    private final long followers;
    private final Answers answers;
    private final String campaignId;

    AnsweringInfluencer(Talk talk, Temper temper, long followers, Answers answers, String campaignId) {
        this.talk = talk;
        this.temper = temper;
        this.followers = followers;
        this.answers = answers;
        this.campaignId = campaignId;
    }

    /** What an answer means to the one who wrote it. */
    record Meant(String text, String meaning, boolean automatic) {}

    Temper temper() {
        return temper;
    }

    Talk talk() {
        return talk;
    }

    /** @param nth 1 for the answer to the first message, 2 for the one to what the manager said then */
    Meant answer(int nth) {
        var dice = Seed.dice("answer", campaignId, talk.influencerId(), Integer.toString(nth));
        if (nth > 1) {
            return new Meant(answers.acceptance(talk.german(), fee(), dice), "ACCEPTED", false);
        }
        var text = answers.first(temper, talk.german(), fee(), dice);
        return switch (temper) {
            case ACCEPTS -> new Meant(text, "ACCEPTED", false);
            case ASKS_FIRST -> new Meant(text, "QUESTION", false);
            case DECLINES -> new Meant(text, "DECLINED", false);
            case OPTS_OUT -> new Meant(text, "OPT_OUT", false);
            case ANSWERS_AUTOMATICALLY -> new Meant(text, "AUTOMATIC", true);
            case STAYS_SILENT -> throw new IllegalStateException("who stays silent says nothing");
        };
    }

    void sayByMail(int nth, Letters letters) {
        var address = Objects.requireNonNull(talk.address());
        var received = letters.lettersOf(address).stream()
                .filter(letter -> letter.replyTo().contains(talk.id()))
                .toList();
        if (received.size() < nth) {
            throw new NotPlayed("the message to " + talk.name() + " is not in the local mailbox " + address);
        }
        Letter letter = received.get(nth - 1);
        var meant = answer(nth);
        letters.answer(letter, address, new Reply("<" + messageId(nth) + ">", meant.text(), meant.automatic()));
    }

    void sayOnThePlatform(int nth, Submissions submissions, Instant now) {
        var meant = answer(nth);
        var reply = new ReplyReceivedV1(
                messageId(nth),
                null,
                List.of(),
                talk.id(),
                ContactChannel.ASSISTED,
                null,
                now,
                null,
                meant.text(),
                meant.automatic());
        submissions.handIn(Seed.id("reply", messageId(nth)), talk.id(), now, reply);
    }

    /** What one post is worth to this person: a base and something per follower, and everybody reckons a little differently. */
    long fee() {
        var dice = Seed.dice("fee", campaignId, talk.influencerId());
        double euros = 50 + followers * 0.008 * (0.8 + 0.4 * dice.nextDouble());
        return Math.max(50, Math.round(euros / 10) * 10) * 100;
    }

    private String messageId(int nth) {
        return Seed.id("message", campaignId, talk.influencerId(), Integer.toString(nth)) + "@played.vouch.example";
    }
}

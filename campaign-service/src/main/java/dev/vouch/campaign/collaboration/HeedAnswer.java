package dev.vouch.campaign.collaboration;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.campaign.collaboration.domain.Answer;
import dev.vouch.campaign.collaboration.domain.Collaboration;
import dev.vouch.campaign.planning.Campaigns;
import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.StaleVersion;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.event.EventId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An acceptance opens the collaboration, any other answer ends one that is not binding yet. Repeatable. */
@Singleton
public class HeedAnswer {

    private static final Command BY = Command.bySystem("campaign.collaboration");

    private final AnswerStore answers;
    private final CollaborationStore collaborations;
    private final ContinueCollaboration continueCollaboration;
    private final Campaigns campaigns;
    private final Clock clock;

    HeedAnswer(
            AnswerStore answers,
            CollaborationStore collaborations,
            ContinueCollaboration continueCollaboration,
            Campaigns campaigns,
            Clock clock) {
        this.answers = answers;
        this.collaborations = collaborations;
        this.continueCollaboration = continueCollaboration;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Goes on until the answer that it worked by is still the newest one, so that an old one never has the last word. */
    public void heed(String contactId) {
        var answer = answers.find(contactId);
        while (answer.isPresent() && answer.get().state().unheeded()) {
            apply(answer.get().state());
            try {
                answers.change(
                        contactId,
                        new Command(BY.actor(), answer.get().version(), null, null),
                        state -> Decision.accepted(state.heeded()),
                        Announcement.none());
                return;
            } catch (StaleVersion newerAnswer) {
                answer = answers.find(contactId);
                answer.ifPresent(newer -> apply(newer.state()));
            }
        }
    }

    /** A campaign that is not ours is somebody else's affair: nobody can hear of one of ours before it is stored. */
    private void apply(Answer answer) {
        var id = EventId.hash("collaboration", answer.campaignId(), answer.influencerId());
        campaigns.find(answer.campaignId()).ifPresent(campaign -> {
            if (answer.meaning() == Answer.Meaning.ACCEPTED) {
                accept(id, answer, campaign);
            } else {
                end(id, answer);
            }
            if (collaborations.find(id).isPresent()) {
                continueCollaboration.continueWith(id);
            }
        });
    }

    private void accept(String id, Answer answer, Campaign campaign) {
        var asked = asked(answer, campaign);
        collaborations.upsert(
                id,
                BY,
                current -> Decision.accepted(
                        current == null
                                ? Collaboration.expected(
                                        id,
                                        answer.campaignId(),
                                        answer.influencerId(),
                                        answer.contactId(),
                                        asked,
                                        clock.instant())
                                : current.acceptedAgain(answer.contactId(), asked, clock.instant())),
                CollaborationEvents::told);
    }

    private void end(String id, Answer answer) {
        if (collaborations.find(id).isPresent()) {
            collaborations.change(
                    id,
                    BY,
                    current -> Decision.accepted(
                            current.cancelledUnlessAgreed(answer.meaning().endCode(), clock.instant())),
                    CollaborationEvents::told);
        }
    }

    /** Who names no currency means the campaign's. */
    private static @Nullable Money asked(Answer answer, Campaign campaign) {
        var fee = answer.askedFeeMinorUnits();
        return fee == null
                ? null
                : new Money(
                        fee,
                        Objects.requireNonNullElse(
                                answer.currency(), campaign.plan().budget().currency()));
    }
}

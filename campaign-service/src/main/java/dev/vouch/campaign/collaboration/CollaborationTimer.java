package dev.vouch.campaign.collaboration;

import dev.vouch.campaign.collaboration.domain.Collaboration.State;
import dev.vouch.chassis.lifecycle.GracefulStop;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again at everything that waits: an answer, a ceiling, a reservation, a release, the end of the campaign. */
@Singleton
class CollaborationTimer {

    private static final Logger LOG = LoggerFactory.getLogger(CollaborationTimer.class);
    private static final List<State> WAITING = List.of(State.CANCELLING, State.AGREEING, State.EXPECTED, State.OPEN);
    private static final int PAGE = 200;

    private final AnswerStore answers;
    private final CollaborationStore collaborations;
    private final HeedAnswer heedAnswer;
    private final ContinueCollaboration continueCollaboration;
    private final GracefulStop stop;

    CollaborationTimer(
            AnswerStore answers,
            CollaborationStore collaborations,
            HeedAnswer heedAnswer,
            ContinueCollaboration continueCollaboration,
            GracefulStop stop) {
        this.answers = answers;
        this.collaborations = collaborations;
        this.heedAnswer = heedAnswer;
        this.continueCollaboration = continueCollaboration;
        this.stop = stop;
    }

    @Scheduled(every = "${vouch.collaboration.look-again:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void lookAgain() {
        answers.unheeded(PAGE).forEach(answer -> attempt(answer.id(), () -> heedAnswer.heed(answer.id())));
        WAITING.forEach(this::lookAgainAt);
    }

    private void lookAgainAt(State state) {
        var page = collaborations.pageIn(state, null, PAGE);
        while (!page.isEmpty() && !stop.stopping()) {
            page.forEach(each -> attempt(each.id(), () -> continueCollaboration.continueWith(each.id())));
            page = collaborations.pageIn(state, page.get(page.size() - 1).id(), PAGE);
        }
    }

    /** One that fails does not hold up the others; its turn comes again. */
    private void attempt(String id, Runnable step) {
        if (stop.stopping()) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException again) {
            LOG.warn("id={} waits and is looked at again", id, again);
        }
    }
}

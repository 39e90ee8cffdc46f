package dev.vouch.outreach.contact.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param answers the oldest first, at most {@value #MAX_ANSWERS}; what comes later stays in the conversation only
 * @param conclusion the answer that decides: the newest yes or no, and an opt-out for good
 */
public record Dialogue(
        List<Answer> answers,
        @Nullable Answer conclusion,
        @Nullable Instant bouncedAt) {

    static final int MAX_ANSWERS = 100;

    static final Dialogue SILENT = new Dialogue(List.of(), null, null);

    public Dialogue {
        answers = List.copyOf(answers);
    }

    boolean heardFromPerson() {
        return answers.stream().anyMatch(answer -> answer.meaning().fromPerson());
    }

    Optional<Answer> answer(String id) {
        return answers.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Dialogue heard(Answer answer) {
        if (answer(answer.id()).isPresent() || answers.size() >= MAX_ANSWERS) {
            return this;
        }
        var more = new ArrayList<>(answers);
        more.add(answer);
        return new Dialogue(more, conclusion, bouncedAt).concluded(answer);
    }

    /** A person says what the message means. */
    Dialogue corrected(Answer answer) {
        var corrected = answers.stream()
                .map(each -> each.id().equals(answer.id()) ? answer : each)
                .toList();
        var wasConclusion = conclusion != null && conclusion.id().equals(answer.id());
        var kept = wasConclusion && !answer.meaning().concludes() ? null : conclusion;
        return new Dialogue(corrected, kept, bouncedAt).concluded(answer);
    }

    private Dialogue concluded(Answer answer) {
        var bounced = answer.meaning() == Meaning.BOUNCE && bouncedAt == null ? answer.receivedAt() : bouncedAt;
        return new Dialogue(answers, decides(answer) ? answer : conclusion, bounced);
    }

    private boolean decides(Answer answer) {
        if (!answer.meaning().concludes()) {
            return false;
        }
        if (conclusion == null || conclusion.id().equals(answer.id())) {
            return true;
        }
        if (conclusion.meaning() == Meaning.OPT_OUT) {
            return false;
        }
        return answer.meaning() == Meaning.OPT_OUT || !answer.receivedAt().isBefore(conclusion.receivedAt());
    }
}

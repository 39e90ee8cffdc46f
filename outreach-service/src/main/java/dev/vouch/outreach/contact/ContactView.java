package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.http.Explanation;
import dev.vouch.outreach.contact.domain.Answer;
import dev.vouch.outreach.contact.domain.Attempt;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.ContactBasis;
import dev.vouch.outreach.contact.domain.ContactChannel;
import dev.vouch.outreach.contact.domain.ContactState;
import dev.vouch.outreach.contact.domain.Meaning;
import dev.vouch.outreach.contact.domain.Preparation;
import dev.vouch.outreach.contact.domain.Wording;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A contact as REST shows it. */
record ContactView(
        String id,
        long version,
        String campaignId,
        String influencerId,
        int touch,
        ContactState state,
        Preparation.Stage stage,
        @Nullable ContactChannel channel,
        @Nullable RecipientView recipient,
        BasisView basis,
        @Nullable PreviewView preview,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant waitingSince,
        @Nullable Instant dueAt,
        @Nullable Explanation holdUp,
        @Nullable Explanation stop,
        @Nullable Instant sentAt,
        List<AttemptView> attempts,
        List<AnswerView> answers,
        @Nullable AnswerView conclusion,
        @Nullable Instant bouncedAt) {

    record RecipientView(
            String platform,
            @Nullable String handle,
            @Nullable String displayName,
            @Nullable String profileUrl,
            @Nullable String language,
            @Nullable String address,
            @Nullable String addressFoundIn) {}

    record BasisView(
            ContactBasis.Kind kind,
            @Nullable String evidence,
            @Nullable String by,
            @Nullable Instant at) {}

    /** @param missing gaps of the template that nothing fills; their paragraphs are left out */
    record PreviewView(String template, long templateVersion, String subject, String text, List<String> missing) {}

    record AttemptView(
            int number,
            String by,
            Instant claimedAt,
            @Nullable Instant committedAt,
            Attempt.@Nullable Outcome outcome,
            @Nullable String answer) {}

    record AnswerView(
            String id,
            Instant receivedAt,
            Meaning meaning,
            @Nullable Long askedFeeMinorUnits,
            @Nullable String currency) {}

    static ContactView of(Versioned<Contact> contact, Function<Reason, Explanation> explain) {
        var state = contact.state();
        var preparation = state.preparation();
        var passage = state.passage();
        var approval = preparation.approval();
        var wording = preparation.wording();
        var dialogue = state.dialogue();
        return new ContactView(
                contact.id(),
                contact.version(),
                state.key().campaignId(),
                state.key().influencerId(),
                state.key().touch(),
                state.state(),
                preparation.stage(),
                state.channel().orElse(null),
                recipient(preparation),
                basis(preparation.basis()),
                wording == null ? null : preview(wording),
                approval == null ? null : approval.by(),
                approval == null ? null : approval.at(),
                preparation.waitingSince(),
                state.queued() ? passage.dueAt() : null,
                passage.holdUp() == null
                        ? null
                        : explain.apply(Reason.of(passage.holdUp(), "allowedFrom", passage.dueAt())),
                passage.stop() == null ? null : explain.apply(Reason.of(passage.stop())),
                passage.sentAt(),
                passage.attempts().stream().map(ContactView::attempt).toList(),
                dialogue.answers().stream().map(ContactView::answer).toList(),
                dialogue.conclusion() == null ? null : answer(dialogue.conclusion()),
                dialogue.bouncedAt());
    }

    private static @Nullable RecipientView recipient(Preparation preparation) {
        var recipient = preparation.recipient();
        return recipient == null
                ? null
                : new RecipientView(
                        recipient.platform(),
                        recipient.handle(),
                        recipient.displayName(),
                        recipient.profileUrl(),
                        recipient.language(),
                        recipient.address(),
                        recipient.addressFoundIn());
    }

    private static BasisView basis(ContactBasis basis) {
        return new BasisView(basis.kind(), basis.evidence(), basis.by(), basis.at());
    }

    private static PreviewView preview(Wording wording) {
        return new PreviewView(
                wording.template(), wording.templateVersion(), wording.subject(), wording.text(), wording.missing());
    }

    private static AttemptView attempt(Attempt attempt) {
        return new AttemptView(
                attempt.number(),
                attempt.by(),
                attempt.claimedAt(),
                attempt.committedAt(),
                attempt.outcome(),
                attempt.answer());
    }

    private static AnswerView answer(Answer answer) {
        return new AnswerView(
                answer.id(), answer.receivedAt(), answer.meaning(), answer.askedFeeMinorUnits(), answer.currency());
    }
}

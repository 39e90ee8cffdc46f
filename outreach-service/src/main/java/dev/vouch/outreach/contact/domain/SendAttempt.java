package dev.vouch.outreach.contact.domain;

import dev.vouch.chassis.decision.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of one attempt's steps: what is to be done next, and what follows from how it went. It does nothing itself, so that
 * the exhaustive test walks the same steps as {@code SendContact}.
 *
 * @param touch from the second on, the earlier ones have a say
 * @param guards in sorted order, so that two conversations with one person never hold one guard each
 * @param fresh guards that this attempt took while they were free; only those it may give back
 * @param objection why it cannot go on
 */
public record SendAttempt(
        String contactId,
        String holder,
        String token,
        int touch,
        List<String> guards,
        int claimed,
        List<String> fresh,
        Step step,
        @Nullable Reason objection) {

    public enum Step {
        CLAIM_GUARD,
        CLAIM_CONTACT,
        ASK_CAMPAIGN,
        ASK_TOUCHES_BEFORE,
        /** Body, compare-and-set to COMMITTING, dot, answer. */
        HAND_OVER,
        GIVE_BACK,
        RELEASE_GUARD,
        ENDED
    }

    public SendAttempt {
        guards = List.copyOf(guards);
        fresh = List.copyOf(fresh);
    }

    public static SendAttempt of(String contactId, Contact contact, String token) {
        var recipient = contact.preparation().recipient();
        var guards = recipient == null ? List.<String>of() : recipient.guards();
        var step = guards.isEmpty() ? Step.ENDED : Step.CLAIM_GUARD;
        return new SendAttempt(
                contactId,
                contact.key().holder(),
                token,
                contact.key().touch(),
                guards.stream().sorted().toList(),
                0,
                List.of(),
                step,
                null);
    }

    public String guard() {
        return step == Step.RELEASE_GUARD ? fresh.get(0) : guards.get(claimed);
    }

    /** @param wasFree and not already held by this conversation */
    public SendAttempt guardClaimed(boolean wasFree) {
        var taken = new ArrayList<>(fresh);
        if (wasFree) {
            taken.add(guard());
        }
        var next = claimed + 1 == guards.size() ? Step.CLAIM_CONTACT : Step.CLAIM_GUARD;
        return new SendAttempt(contactId, holder, token, touch, guards, claimed + 1, taken, next, null);
    }

    public SendAttempt guardRefused(Reason why) {
        return at(Step.GIVE_BACK, why);
    }

    public SendAttempt contactClaimed() {
        return at(Step.ASK_CAMPAIGN, null);
    }

    /** Somebody else has it, or it was cancelled. */
    public SendAttempt contactRefused(Contact stored) {
        return releasing(stored);
    }

    public SendAttempt campaignAgreed() {
        return at(touch == 1 ? Step.HAND_OVER : Step.ASK_TOUCHES_BEFORE, null);
    }

    public SendAttempt touchBeforeAgreed() {
        return at(Step.HAND_OVER, null);
    }

    public SendAttempt touchBeforeObjected(Reason why) {
        return at(Step.GIVE_BACK, why);
    }

    public SendAttempt campaignObjected(Reason why) {
        return at(Step.GIVE_BACK, why);
    }

    /** Of the shortlist that objected; 0 if none did. */
    int planRevision() {
        var revision = objection == null ? null : objection.facts().get("revision");
        return revision instanceof Number number ? number.intValue() : 0;
    }

    public SendAttempt givenBack(Contact stored) {
        return releasing(stored);
    }

    public SendAttempt handedOver(Contact stored) {
        return releasing(stored);
    }

    public SendAttempt guardReleased() {
        var left = fresh.subList(1, fresh.size());
        var next = left.isEmpty() ? Step.ENDED : Step.RELEASE_GUARD;
        return new SendAttempt(contactId, holder, token, touch, guards, claimed, left, next, objection);
    }

    /** If anything is out, or may be, the guards stay as they are. */
    private SendAttempt releasing(Contact stored) {
        return at(fresh.isEmpty() || !stored.leftNoTrace() ? Step.ENDED : Step.RELEASE_GUARD, objection);
    }

    private SendAttempt at(Step next, @Nullable Reason why) {
        return new SendAttempt(contactId, holder, token, touch, guards, claimed, fresh, next, why);
    }
}

package dev.vouch.discovery.longlist.domain;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.discovery.profile.domain.Influencer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the longlist of a campaign, or not on it any more.
 *
 * @param on whether the entry counts
 * @param byHand a person put it on or took it off, and no later match changes that
 * @param detectedLanguage the brief's language that was found in the texts
 * @param why the reason code of a removal
 * @param handReason what the person said
 */
public record LonglistEntry(
        String campaignId,
        String influencerId,
        int revision,
        boolean on,
        boolean byHand,
        @Nullable String categoryMatched,
        List<TopicEvidence> topics,
        @Nullable String detectedLanguage,
        List<Reason> hints,
        @Nullable String why,
        @Nullable String handReason) {

    public LonglistEntry {
        topics = List.copyOf(topics);
        hints = List.copyOf(hints);
    }

    public static String id(String campaignId, String influencerId) {
        return campaignId + "/" + influencerId;
    }

    /** What the brief finds in somebody who matches it. */
    public static LonglistEntry matched(Longlist longlist, BriefPolicy.Found found) {
        var brief = longlist.brief();
        var influencer = found.influencer();
        return new LonglistEntry(
                longlist.campaignId(),
                influencer.influencerId(),
                longlist.revision(),
                true,
                false,
                found.category(brief).orElse(null),
                found.topics(),
                detected(brief, influencer),
                BriefPolicy.hints(brief, influencer),
                null,
                null);
    }

    /** The evidence of a new match; what a person decided stays decided. */
    public LonglistEntry rematched(LonglistEntry match) {
        return new LonglistEntry(
                campaignId,
                influencerId,
                match.revision,
                byHand ? on : true,
                byHand,
                match.categoryMatched,
                match.topics,
                match.detectedLanguage,
                match.hints,
                byHand ? why : null,
                handReason);
    }

    /** It matches no longer. */
    public LonglistEntry dropped(String reason) {
        return byHand || !on ? this : with(false, false, reason, null);
    }

    public Decision<LonglistEntry> putOn(String reason) {
        return on
                ? Decision.refused(Reason.of("longlist.already-on"))
                : Decision.accepted(with(true, true, null, reason));
    }

    public Decision<LonglistEntry> takeOff(String reason) {
        return on
                ? Decision.accepted(with(false, true, "longlist.removed-by-hand", reason))
                : Decision.refused(Reason.of("longlist.not-on"));
    }

    private LonglistEntry with(boolean nowOn, boolean nowByHand, @Nullable String code, @Nullable String said) {
        return new LonglistEntry(
                campaignId,
                influencerId,
                revision,
                nowOn,
                nowByHand,
                categoryMatched,
                topics,
                detectedLanguage,
                hints,
                code,
                said);
    }

    private static @Nullable String detected(Brief brief, Influencer influencer) {
        return influencer.detectedLanguages().keySet().stream()
                .filter(brief::speaks)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}

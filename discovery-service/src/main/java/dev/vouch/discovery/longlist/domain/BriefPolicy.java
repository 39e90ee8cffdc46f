package dev.vouch.discovery.longlist.domain;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.discovery.profile.domain.Influencer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Does somebody match a brief? Platform and follower range are hard. Topic words in the texts count unless the known language
 * differs; a category alone counts only where a language of the brief was detected. What is unknown is a hint and never a
 * refusal.
 */
public final class BriefPolicy {

    /** Somebody, and what the texts say about the brief's topics. */
    public record Found(Influencer influencer, List<TopicEvidence> topics) {

        Optional<String> category(Brief brief) {
            return influencer.categories().stream()
                    .filter(category -> brief.categories().stream().anyMatch(category::equalsIgnoreCase))
                    .findFirst();
        }
    }

    /** Cheap, and needing no text. */
    private static final List<BiFunction<Brief, Influencer, Optional<Reason>>> ON_THE_PROFILE = List.of(
            BriefPolicy::otherPlatform,
            BriefPolicy::followersUnknown,
            BriefPolicy::followersOutside,
            BriefPolicy::delisted,
            BriefPolicy::otherCountry,
            BriefPolicy::otherAccountKind);

    private static final List<BiFunction<Brief, Found, Optional<Reason>>> ON_THE_TEXTS =
            List.of(BriefPolicy::offTopic, BriefPolicy::otherLanguage, BriefPolicy::categoryAlone);

    private BriefPolicy() {}

    public static List<Reason> objections(Brief brief, Influencer influencer) {
        return ON_THE_PROFILE.stream()
                .flatMap(rule -> rule.apply(brief, influencer).stream())
                .toList();
    }

    public static List<Reason> objections(Brief brief, Found found) {
        var all = new ArrayList<>(objections(brief, found.influencer()));
        ON_THE_TEXTS.forEach(rule -> rule.apply(brief, found).ifPresent(all::add));
        return List.copyOf(all);
    }

    /** What nobody knows although the brief asks for it. */
    public static List<Reason> hints(Brief brief, Influencer influencer) {
        var hints = new ArrayList<Reason>();
        if (!brief.countries().isEmpty() && influencer.country() == null) {
            hints.add(Reason.of("longlist.hint.country-unknown"));
        }
        if (!brief.languages().isEmpty() && influencer.languages().isEmpty()) {
            hints.add(Reason.of("longlist.hint.language-unknown"));
        }
        if (!brief.accountKinds().isEmpty() && influencer.accountKind() == null) {
            hints.add(Reason.of("longlist.hint.account-kind-unknown"));
        }
        return hints;
    }

    private static Optional<Reason> otherPlatform(Brief brief, Influencer influencer) {
        return Reason.when(
                !brief.platforms().isEmpty() && !brief.platforms().contains(influencer.platform()),
                "longlist.other-platform",
                "platform",
                influencer.platform());
    }

    private static Optional<Reason> followersUnknown(Brief brief, Influencer influencer) {
        return Reason.when(influencer.followers() == null, "longlist.followers-unknown");
    }

    private static Optional<Reason> followersOutside(Brief brief, Influencer influencer) {
        var followers = influencer.followers();
        return followers == null
                ? Optional.empty()
                : Reason.when(
                        followers < brief.followersMin() || followers > brief.followersMax(),
                        "longlist.followers-outside",
                        "followers",
                        followers,
                        "min",
                        brief.followersMin(),
                        "max",
                        brief.followersMax());
    }

    private static Optional<Reason> delisted(Brief brief, Influencer influencer) {
        return Reason.when(influencer.isDelisted(), "longlist.delisted");
    }

    private static Optional<Reason> otherCountry(Brief brief, Influencer influencer) {
        var country = influencer.country();
        return country == null || brief.countries().isEmpty()
                ? Optional.empty()
                : Reason.when(!brief.countries().contains(country), "longlist.other-country", "country", country);
    }

    private static Optional<Reason> otherAccountKind(Brief brief, Influencer influencer) {
        var kind = influencer.accountKind();
        return kind == null || brief.accountKinds().isEmpty()
                ? Optional.empty()
                : Reason.when(!brief.accountKinds().contains(kind), "longlist.other-account-kind", "accountKind", kind);
    }

    private static Optional<Reason> offTopic(Brief brief, Found found) {
        var isAsked = !brief.topics().isEmpty() || !brief.categories().isEmpty();
        return Reason.when(
                isAsked && found.topics().isEmpty() && found.category(brief).isEmpty(), "longlist.off-topic");
    }

    private static Optional<Reason> otherLanguage(Brief brief, Found found) {
        var known = found.influencer().languages();
        return Reason.when(
                !known.isEmpty() && known.stream().noneMatch(each -> brief.speaks(each.code())),
                "longlist.other-language",
                "languages",
                String.join(", ", known.stream().map(Influencer.Language::code).toList()));
    }

    private static Optional<Reason> categoryAlone(Brief brief, Found found) {
        var detected = found.influencer().detectedLanguages().keySet();
        return Reason.when(
                found.topics().isEmpty()
                        && found.category(brief).isPresent()
                        && !brief.languages().isEmpty()
                        && detected.stream().noneMatch(brief::speaks),
                "longlist.category-alone",
                "category",
                found.category(brief).orElse(""));
    }
}

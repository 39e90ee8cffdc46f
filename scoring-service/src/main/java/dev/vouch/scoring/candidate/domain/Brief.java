package dev.vouch.scoring.candidate.domain;

import dev.vouch.scoring.fit.domain.Topic;
import java.util.List;

/**
 * Who a campaign looks for. An empty list sets no condition.
 *
 * @param accountKinds PERSON, BRAND: the kinds that are wanted
 * @param kpis ids of the figures by which the campaign will be judged; the weights of the score follow from them
 */
public record Brief(
        List<Topic> topics,
        List<String> categories,
        List<String> wordsToAvoid,
        List<String> languages,
        List<String> countries,
        long followersMin,
        long followersMax,
        List<String> accountKinds,
        List<String> competitors,
        List<String> kpis) {

    public boolean wantsOrganisations() {
        return accountKinds.isEmpty() || accountKinds.contains("BRAND");
    }

    public boolean inRange(long followers) {
        return followersMin <= followers && followers <= followersMax;
    }

    /** The brief's category that the account carries too, whatever the case. */
    boolean sharesCategory(List<String> accountCategories) {
        return categories.stream().anyMatch(wanted -> accountCategories.stream().anyMatch(wanted::equalsIgnoreCase));
    }
}

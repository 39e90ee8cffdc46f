package dev.vouch.campaign.planning.domain;

import java.util.List;

/**
 * Whom the campaign looks for. An empty list asks for nothing.
 *
 * @param languages ISO 639-1
 * @param countries ISO 3166-1 alpha-2
 */
public record Brief(
        List<Topic> topics,
        List<String> categories,
        List<String> wordsToAvoid,
        List<Platform> platforms,
        List<String> languages,
        List<String> countries,
        FollowerRange followers,
        List<AccountKind> accountKinds,
        List<String> competitors) {

    /** @param weight how much the topic matters beside the others */
    public record Topic(String word, double weight) {}

    public Brief {
        topics = List.copyOf(topics);
        categories = List.copyOf(categories);
        wordsToAvoid = List.copyOf(wordsToAvoid);
        platforms = List.copyOf(platforms);
        languages = List.copyOf(languages);
        countries = List.copyOf(countries);
        accountKinds = List.copyOf(accountKinds);
        competitors = List.copyOf(competitors);
    }
}

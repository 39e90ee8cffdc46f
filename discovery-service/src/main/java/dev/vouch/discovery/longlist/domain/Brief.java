package dev.vouch.discovery.longlist.domain;

import java.util.List;

/** Who is looked for; an empty list sets no condition. */
public record Brief(
        List<String> topics,
        List<String> categories,
        List<String> platforms,
        List<String> languages,
        List<String> countries,
        long followersMin,
        long followersMax,
        List<String> accountKinds) {

    public Brief {
        topics = List.copyOf(topics);
        categories = List.copyOf(categories);
        platforms = List.copyOf(platforms);
        languages = languages.stream().map(Brief::base).distinct().toList();
        countries = List.copyOf(countries);
        accountKinds = List.copyOf(accountKinds);
    }

    boolean speaks(String language) {
        return languages.isEmpty() || languages.contains(base(language));
    }

    /** "de" of "de-CH". */
    private static String base(String language) {
        int region = language.indexOf('-');
        return region < 0 ? language : language.substring(0, region);
    }
}

package dev.vouch.scoring.fit.domain;

import java.util.List;
import java.util.Objects;

/**
 * Which share of an account's posts is written in a language of the brief.
 *
 * @param value 0 to 1; half where nothing is known
 * @param posts posts whose language is known
 * @param matching those in a language of the brief
 */
public record LanguageFit(double value, int posts, int matching) {

    public static LanguageFit of(List<PostText> posts, List<String> wanted) {
        var known =
                posts.stream().map(PostText::language).filter(Objects::nonNull).toList();
        var matching = known.stream()
                .filter(language -> wanted.isEmpty() || wanted.contains(language))
                .count();
        return new LanguageFit(
                Math.round((matching + 0.5) / (known.size() + 1) * 1000) / 1000.0, known.size(), (int) matching);
    }
}

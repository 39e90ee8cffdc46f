package dev.vouch.scoring.fit.domain;

import java.util.List;
import java.util.Locale;

/**
 * Words that the brief wants to avoid and brands it competes with, as found in the texts.
 *
 * @param avoided words of the brief found at least once
 * @param avoidedPosts posts that hold one of them
 * @param competitors competitors of the brief that were named or tagged
 */
public record BrandSafety(List<String> avoided, int avoidedPosts, List<String> competitors) {

    public static BrandSafety of(List<PostText> posts, List<String> wordsToAvoid, List<String> competitors) {
        var found = wordsToAvoid.stream()
                .filter(word -> posts.stream().anyMatch(post -> holds(post, word)))
                .toList();
        var hit = posts.stream()
                .filter(post -> wordsToAvoid.stream().anyMatch(word -> holds(post, word)))
                .count();
        var rivals = competitors.stream()
                .filter(brand -> posts.stream().anyMatch(post -> names(post, brand)))
                .toList();
        return new BrandSafety(found, (int) hit, rivals);
    }

    private static boolean holds(PostText post, String word) {
        return post.parts().words().anyMatch(Words.family(word)::has);
    }

    /** Brands are written with and without blanks, as words, tags and mentions. */
    private static boolean names(PostText post, String brand) {
        var wanted = squeezed(brand);
        return !wanted.isEmpty()
                && (post.mentions().stream()
                                .anyMatch(mention -> squeezed(mention).contains(wanted))
                        || post.parts().words().anyMatch(word -> squeezed(word).equals(wanted))
                        || (brand.strip().contains(" ")
                                && post.caption() != null
                                && post.caption()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(brand.strip().toLowerCase(Locale.ROOT))));
    }

    private static String squeezed(String text) {
        return Words.plain(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

package dev.vouch.local.sample;

import dev.vouch.local.sample.Person.Comment;
import dev.vouch.local.sample.Person.Post;
import dev.vouch.local.sample.Person.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes a person's posts: what they say, how often they are liked, and who talks below them. */
final class PostMaker {

    private static final List<String> KINDS = List.of("IMAGE", "CAROUSEL", "REEL");

    private final Phrases phrases;
    private final Random random;
    private long nextPostId = 7_100_000_001L;

    PostMaker(Phrases phrases, Random random) {
        this.phrases = phrases;
        this.random = random;
    }

    /** What the posts of one person have in common. */
    record Style(
            Role role,
            String theme,
            String language,
            String nowCalled,
            double engagement,
            double answered,
            boolean likesHidden) {}

    List<Post> write(Profile profile, Style style) {
        var posts = new ArrayList<Post>();
        var at =
                profile.observedAt().minus(Duration.ofDays(style.role() == Role.STALE ? 760 + random.nextInt(200) : 1));
        int count = 3 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            at = at.minus(Duration.ofHours(30L + random.nextInt(130)));
            posts.add(post(profile, style, at));
        }
        return posts;
    }

    private Post post(Profile profile, Style style, Instant at) {
        var kind = kind(profile.platform());
        var id = Long.toString(nextPostId += 1 + random.nextInt(9));
        boolean renamed = !style.nowCalled().equals(profile.handle());
        boolean paid = random.nextInt(14) == 0;
        var tags = tags(style);
        long liked =
                Math.max(1, Math.round(profile.followers() * style.engagement() * (0.6 + 0.8 * random.nextDouble())));
        long commented = Math.max(1, Math.round(liked * (0.02 + 0.04 * random.nextDouble())));
        boolean moving = !kind.equals("IMAGE") && !kind.equals("CAROUSEL");
        return new Post(
                profile.platform(),
                profile.accountId(),
                style.nowCalled(),
                renamed ? profile.handle() : null,
                id,
                "https://" + profile.platform() + ".example/p/" + id,
                profile.observedAt(),
                kind,
                at,
                caption(style, tags, paid),
                tags,
                paid ? List.of(phrases.one("partner", random)) : List.of(),
                List.of(),
                paid,
                style.likesHidden() ? null : liked,
                commented,
                moving ? liked * (6 + random.nextInt(9)) : null,
                comments(style, at, commented));
    }

    private String kind(String platform) {
        return switch (platform) {
            case "youtube" -> random.nextInt(3) == 0 ? "SHORT" : "VIDEO";
            case "tiktok" -> "VIDEO";
            default -> KINDS.get(random.nextInt(KINDS.size()));
        };
    }

    private List<String> tags(Style style) {
        var tags = phrases.some(style.theme() + ".tags", 2 + random.nextInt(3), random);
        if (style.role() == Role.STUFFED_TAGS || style.role() == Role.BORROWED_TAGS) {
            tags.addAll(phrases.some("borrowed.tags", 5, random));
        }
        return tags;
    }

    private String caption(Style style, List<String> tags, boolean paid) {
        var text = new StringBuilder();
        if (paid) {
            text.append(style.language().equals("de") ? "Anzeige. " : "Ad. ");
        }
        text.append(phrases.one(style.theme() + "." + style.language(), random));
        if (random.nextInt(3) == 0) {
            text.append(' ').append(phrases.one("emoji", random));
        }
        text.append("\n\n");
        tags.forEach(tag -> text.append('#').append(tag).append(' '));
        return text.toString().strip();
    }

    private List<Comment> comments(Style style, Instant at, long commented) {
        var sample = new ArrayList<Comment>();
        long count = Math.min(commented, 1 + random.nextInt(4));
        var written = at;
        for (int i = 0; i < count; i++) {
            written = written.plus(Duration.ofMinutes(4L + random.nextInt(240)));
            boolean question = random.nextInt(3) == 0;
            boolean answered = random.nextDouble() < style.answered() * (question ? 1.3 : 0.9);
            sample.add(comment(
                    style.language(), question, answered ? written.plus(Duration.ofMinutes(31)) : null, written));
        }
        return sample;
    }

    private Comment comment(String language, boolean question, @Nullable Instant answeredAt, Instant at) {
        List<Comment> replies = answeredAt == null
                ? List.of()
                : List.of(new Comment("owner", true, answeredAt, phrases.one("answer." + language, random), List.of()));
        var author = String.format(Locale.ROOT, "u_%06x", random.nextInt(1 << 24));
        return new Comment(
                author, false, at, phrases.one((question ? "question." : "remark.") + language, random), replies);
    }
}

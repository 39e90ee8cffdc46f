package dev.vouch.discovery.profile.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comment below a post. */
public record Comment(
        String author, boolean byOwner, @Nullable Instant at, String text, List<Reply> replies) {

    /** An answer to a comment. */
    public record Reply(
            String author, boolean byOwner, @Nullable Instant at, String text) {}

    public Comment {
        replies = List.copyOf(replies);
    }

    boolean isQuestion() {
        return text.contains("?");
    }
}

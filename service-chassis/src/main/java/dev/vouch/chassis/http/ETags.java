package dev.vouch.chassis.http;

import dev.vouch.chassis.aggregate.Versioned;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A document's version as a strong entity tag: {@code "7"}. */
public final class ETags {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

    /** Compares unequal to every version, as {@code If-Match} asks for weak and unknown tags. */
    private static final long NEVER = -1;

    private ETags() {}

    public static String of(Versioned<?> versioned) {
        return of(versioned.version());
    }

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** @return the version that {@code If-Match} names; null if the header is absent or {@code *} */
    static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var tag = STRONG.matcher(ifMatch.strip());
        if (tag.matches()) {
            return Long.valueOf(tag.group(1));
        }
        if (ifMatch.contains(",")) {
            throw new InvalidRequest("If-Match", "must name one version");
        }
        if (!ifMatch.contains("\"")) {
            throw new InvalidRequest("If-Match", "must be the ETag of an answer, with its quotation marks");
        }
        return NEVER;
    }
}

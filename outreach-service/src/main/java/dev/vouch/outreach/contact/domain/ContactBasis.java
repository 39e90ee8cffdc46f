package dev.vouch.outreach.contact.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why we may write to this person.
 *
 * @param evidence where it can be seen: an address of a page, a quotation, a file number
 * @param by who judged it
 */
public record ContactBasis(
        Kind kind,
        @Nullable String evidence,
        @Nullable String by,
        @Nullable Instant at) {

    public enum Kind {
        EXPRESS_CONSENT,
        PUBLISHED_FOR_COOPERATION,
        CREATOR_INITIATED,
        EXISTING_RELATION,
        POSTAL,
        NONE
    }

    public static final ContactBasis NONE = new ContactBasis(Kind.NONE, null, null, null);

    /** A basis without evidence or without a judge is none. */
    public boolean recorded() {
        return kind != Kind.NONE && evidence != null && !evidence.isBlank() && by != null && at != null;
    }
}

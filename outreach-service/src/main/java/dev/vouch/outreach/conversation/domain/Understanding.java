package dev.vouch.outreach.conversation.domain;

import dev.vouch.outreach.contact.domain.Meaning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a message was understood.
 *
 * @param certain false: a suggestion, which a person confirms or corrects
 * @param because the signs it was read from, for the person who checks it
 */
public record Understanding(
        Meaning meaning,
        boolean certain,
        List<String> because,
        @Nullable Long askedFeeMinorUnits,
        @Nullable String currency) {

    public Understanding {
        because = List.copyOf(because);
    }
}

package dev.vouch.outreach.contact.domain;

import java.util.List;

/**
 * The message as it would leave, to the letter.
 *
 * @param templateVersion which state of the template it was made from
 * @param missing names of the template that had no value, so that the manager sees what was left out
 */
public record Wording(
        String template, long templateVersion, String language, String subject, String text, List<String> missing) {

    public Wording {
        missing = List.copyOf(missing);
    }
}

package dev.vouch.outreach.contact.domain;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param claim after this a claim may be taken back
 * @param commit after this nobody waits for the mail server's answer any more; longer than the client itself waits
 * @param opened after this a person who opened a prepared text is asked whether it was sent
 * @param retryAfterUnknown a dot that is still under way must have arrived by then
 * @param followUp from a message to the next touch of the same conversation
 * @param retry from a definite failure to the next attempt
 */
public record Deadlines(
        Duration claim,
        Duration commit,
        Duration opened,
        Duration retryAfterUnknown,
        Duration followUp,
        Duration retry,
        int maxAttempts) {}

package dev.vouch.outreach.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person, the same to the byte however often it is built.
 *
 * @param contactId makes the Message-ID and the reply address, so that an answer finds its contact
 * @param address null on a channel without one
 * @param writtenAt the message's date: when a person approved it
 */
public record Message(
        String contactId, @Nullable String address, String subject, String text, String language, Instant writtenAt) {}

package dev.vouch.outreach.conversation;

import dev.vouch.outreach.channel.Sender;
import dev.vouch.outreach.contact.domain.ContactKey;
import dev.vouch.outreach.conversation.domain.Incoming;
import jakarta.inject.Singleton;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail to what the conversation needs of it. What cannot be read is left out; a mail is never refused for its form. */
@Singleton
class MailReader {

    private static final List<String> TELLING =
            List.of("Auto-Submitted", "Precedence", "X-Autoreply", "X-Autorespond", "Content-Type");
    private static final int LONGEST_TEXT = 100_000;
    private static final int DEEPEST = 10;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,990}>");

    private final Sender sender;
    private final Clock clock;

    MailReader(Sender sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    Incoming read(Message mail) throws MessagingException {
        var text = text(mail, 0).orElse("");
        var from = address(mail.getFrom());
        var receivedAt = received(mail);
        return new Incoming(
                messageId(mail, from, receivedAt, text),
                references(mail, text),
                token(mail),
                from,
                receivedAt,
                cut(mail.getSubject(), 1_000),
                text,
                headers(mail));
    }

    /** The server's own time, since nobody can set it from outside; never in the future. */
    private Instant received(Message mail) throws MessagingException {
        var now = clock.instant();
        var date = mail.getReceivedDate() != null ? mail.getReceivedDate() : mail.getSentDate();
        return date == null || date.toInstant().isAfter(now) ? now : date.toInstant();
    }

    private static String messageId(Message mail, @Nullable String from, Instant at, String text)
            throws MessagingException {
        var given = header(mail, "Message-ID");
        return given == null || given.isBlank() || given.length() > 998
                ? "none." + ContactKey.hash(from + "\n" + at + "\n" + text)
                : given.strip();
    }

    /** In-Reply-To, then References from the newest on; of a delivery report also what it quotes. */
    private static List<String> references(Message mail, String text) throws MessagingException {
        var found = new ArrayList<String>();
        ids(header(mail, "In-Reply-To")).forEach(found::add);
        var references = ids(header(mail, "References"));
        for (int i = references.size() - 1; i >= 0; i--) {
            found.add(references.get(i));
        }
        if (String.valueOf(mail.getContentType()).toLowerCase(Locale.ROOT).contains("multipart/report")) {
            found.addAll(ids(text));
        }
        return found.stream().distinct().limit(100).toList();
    }

    private static List<String> ids(@Nullable String text) {
        return text == null
                ? List.of()
                : MESSAGE_ID.matcher(text).results().map(id -> id.group()).toList();
    }

    private @Nullable String token(Message mail) throws MessagingException {
        for (var name : List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")) {
            var values = mail.getHeader(name);
            if (values != null) {
                for (var value : values) {
                    var token = sender.contactOfAddress(value);
                    if (token.isPresent()) {
                        return token.get();
                    }
                }
            }
        }
        return null;
    }

    private static Map<String, String> headers(Message mail) throws MessagingException {
        var headers = new HashMap<String, String>();
        for (var name : TELLING) {
            var value = header(mail, name);
            if (value != null) {
                headers.put(name.toLowerCase(Locale.ROOT), value);
            }
        }
        return headers;
    }

    private static @Nullable String header(Message mail, String name) throws MessagingException {
        var values = mail.getHeader(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    private static @Nullable String address(Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0 && addresses[0] instanceof InternetAddress address
                ? cut(address.getAddress(), 500)
                : null;
    }

    private static Optional<String> text(Part part, int depth) throws MessagingException {
        try {
            if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return Optional.empty();
            }
            var content = part.getContent();
            if (content instanceof Multipart several) {
                return ofSeveral(several, depth, part.isMimeType("multipart/alternative"));
            }
            if (part.isMimeType("message/rfc822") && content instanceof Part inner) {
                return Optional.ofNullable(inner.getHeader("Message-ID")).map(ids -> String.join(" ", ids));
            }
            if (!(content instanceof String words)) {
                return Optional.empty();
            }
            return Optional.ofNullable(cut(part.isMimeType("text/html") ? PlainHtml.of(words) : words, LONGEST_TEXT));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> ofSeveral(Multipart several, int depth, boolean alternative)
            throws MessagingException {
        var texts = new ArrayList<String>();
        for (int i = 0; i < several.getCount(); i++) {
            var text = text(several.getBodyPart(i), depth + 1);
            if (text.isPresent() && alternative) {
                return text;
            }
            text.ifPresent(texts::add);
        }
        return texts.isEmpty() ? Optional.empty() : Optional.ofNullable(cut(String.join("\n", texts), LONGEST_TEXT));
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
